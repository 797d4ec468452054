import type { GraphDocument } from "../../engine/document.ts";
import type { Catalogue } from "../../engine/node.ts";
import { type End, fitting } from "./drag.ts";

/** No id of a document begins like this. */
const mark = "\u0000";

/** The types of node that could take up a wire held at `from`, and the port of each at which they would: rather one that must be wired. */
export function fittingTypes(
  document: GraphDocument,
  catalogue: Catalogue,
  from: End,
): ReadonlyMap<string, string> {
  const candidates = Object.keys(catalogue).map((type) => ({
    id: `${mark}${type}`,
    type,
    params: {},
    at: [0, 0] as const,
  }));
  const fits = fitting({ ...document, nodes: [...document.nodes, ...candidates] }, catalogue, from);
  const found = new Map<string, string>();
  for (const { id, type } of candidates) {
    const ports = [...(fits.get(id) ?? [])].map((key) => key.replace(/^(in|out):/, ""));
    const needed = ports.find((port) => catalogue[type]?.inputs[port]?.optional === false);
    const port = needed ?? ports[0];
    if (port !== undefined) found.set(type, port);
  }
  return found;
}
