/** What is not computed but hands on what enters: bypassed nodes, and dots on a wire (SPEC R31). */
import type { GraphDocument, GraphNode, Wire } from "./document.ts";
import type { Catalogue, NodeDefinition, Port } from "./node.ts";
import { own } from "./wire.ts";

export type Passages =
  /** The input that stands for each output. */
  | { readonly inputs: Readonly<Record<string, string>> }
  /** An output for which no input stands; null where the node has no outputs at all. */
  | { readonly lacks: string | null };

const known = new WeakMap<NodeDefinition, Passages>();

/** Which inputs stand for the outputs of a node; told by its declaration alone, so that no edit can make it wrong. */
export function passagesOf(definition: NodeDefinition): Passages {
  let passages = known.get(definition);
  if (!passages) {
    passages = pair(definition);
    known.set(definition, passages);
  }
  return passages;
}

function pair({ inputs, outputs }: NodeDefinition): Passages {
  const pairs: Record<string, string> = {};
  for (const [name, output] of Object.entries(outputs)) {
    const fits = Object.keys(inputs).filter((input) => standsFor(inputs[input] as Port, output));
    const input = output.same ?? (fits.includes(name) ? name : fits[0]);
    if (input === undefined || !fits.includes(input)) return { lacks: name };
    pairs[name] = input;
  }
  return Object.keys(pairs).length === 0 ? { lacks: null } : { inputs: pairs };
}

const standsFor = (input: Port, output: Port): boolean =>
  input.types.every((type) => output.types.includes(type));

/** The inputs that stand for the outputs of a node that hands on; null for one that is computed. */
export function passing(
  node: GraphNode | undefined,
  definition: NodeDefinition | undefined,
): Readonly<Record<string, string>> | null {
  if (!node || !definition || (node.bypassed !== true && definition.drawn !== "dot")) return null;
  const passages = passagesOf(definition);
  return "inputs" in passages ? passages.inputs : null;
}

/** Follows what an output gives back to where it is computed, or to a node that hands on and has nothing to. */
export function follower(
  { nodes, wires }: Pick<GraphDocument, "nodes" | "wires">,
  catalogue: Catalogue,
  fed: ReadonlySet<string> = new Set(),
): (from: Wire["from"]) => Wire["from"] {
  const passes = new Map(
    nodes.flatMap((node) => {
      const inputs = fed.has(node.id) ? null : passing(node, own(catalogue, node.type));
      return inputs ? [[node.id, inputs] as const] : [];
    }),
  );
  if (passes.size === 0) return (from) => from;
  const entering = new Map<string, Wire["from"]>();
  for (const { from, to } of wires) {
    const slot = JSON.stringify(to);
    if (passes.has(to[0]) && !entering.has(slot)) entering.set(slot, from);
  }
  return (from) => {
    const seen = new Set<string>();
    let at = from;
    for (;;) {
      const input = own(passes.get(at[0]), at[1]);
      const next = input === undefined ? undefined : entering.get(JSON.stringify([at[0], input]));
      if (next === undefined || seen.has(at[0])) return at;
      seen.add(at[0]);
      at = next;
    }
  };
}
