/**
 * The catalogue: every node by its type. A folder is a category of the palette; its `index.ts` has one export line a node,
 * and the name exported is the node's type.
 */
import type { Catalogue, NodeDefinition } from "../engine/node.ts";
import * as dissection from "./dissection/index.ts";
import * as flow from "./flow/index.ts";
import * as generator from "./generator/index.ts";
import * as latent from "./latent/index.ts";
import * as view from "./view/index.ts";

/** Categories in the order of the palette. */
const categories = { latent, generator, dissection, view, flow };

export const catalogue: Catalogue = Object.fromEntries(
  Object.entries(categories).flatMap(([category, nodes]) =>
    Object.entries<NodeDefinition>(nodes).map(([type, node]) => [type, { ...node, category }] as const),
  ),
);
