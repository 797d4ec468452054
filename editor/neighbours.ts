/** The open graph, as a node's `expand` and `collapse` look at it. */
import type { GeneratorCard } from "../engine/card.ts";
import type { GraphNode } from "../engine/document.ts";
import type { Neighbours, Whole } from "../engine/expansion.ts";
import type { ParamValues } from "../engine/node.ts";
import { follower } from "../engine/passage.ts";
import { app } from "./app.ts";
import { modelOf } from "./modelOf.ts";
import { nodeOf } from "./nodeOf.ts";
import { wiresOf } from "./wiresOf.ts";

export function neighbours(): Neighbours {
  const { document } = app;
  return {
    node(id) {
      const node = nodeOf(document, id);
      return node && { ...node, params: filled(node) };
    },
    name(id) {
      const node = nodeOf(document, id);
      return node?.label ?? app.catalogue[node?.type ?? ""]?.title ?? id;
    },
    entering: (id) => wiresOf(document.wires, id).entering,
    leaving: (id, port) => wiresOf(document.wires, id).leaving.get(port) ?? [],
    card: cardOf,
    samples,
  };
}

/** A node of the open graph that may be expanded. */
export function wholeOf(node: GraphNode): Whole {
  const { document } = app;
  const { entering } = wiresOf(document.wires, node.id);
  const model = modelOf(document, app.catalogue, node.id);
  return {
    params: filled(node),
    inputs: new Map([...entering].map(([port, { from }]) => [port, from])),
    card: model === null ? null : cardOf(model),
    samples,
  };
}

function filled({ type, params }: GraphNode): ParamValues {
  const specs = Object.entries(app.catalogue[type]?.params ?? {});
  return { ...Object.fromEntries(specs.map(([name, spec]) => [name, spec.default])), ...params };
}

function cardOf(id: string): GeneratorCard | null {
  const card = app.surroundings.getState().cards.find((each) => each.id === id);
  return card?.kind === "generator" ? card : null;
}

/** As the page last heard; all outputs of a node that makes batches have as many samples as the first. */
function samples(from: Parameters<Neighbours["samples"]>[0]): number | null {
  const [source] = follower(app.document, app.catalogue)(from);
  const state = app.runs.nodes.get(source)?.state;
  return (state && "shape" in state && state.shape?.[0]) || null;
}
