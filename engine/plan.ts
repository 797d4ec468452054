/** From a document to what must be computed: the needed nodes, their settings and their memo keys. */
import { cycleIn, type GraphDocument, type GraphNode, type Wire } from "./graph.ts";
import { feedKey, memoKey } from "./memoKey.ts";
import type { ModelLibrary } from "./models.ts";
import { type Catalogue, Fault, type NodeDefinition, type Outputs, type ParamValues } from "./node.ts";
import { flawIn, isNumeric } from "./param.ts";
import { follower, passing } from "./passage.ts";
import { inWords, pathText } from "./reason.ts";
import type { Value } from "./values.ts";
import { own, wiring } from "./wire.ts";

/** A node as it will be run. */
export interface Planned {
  readonly id: string;
  readonly type: string;
  /** null for a type that the catalogue lacks. */
  readonly definition: NodeDefinition | null;
  /** Every param: as set, else its default. Wired ones are replaced when the number is known (SPEC R4). */
  readonly params: ParamValues;
  /** Where each wired input and each wired param comes from. */
  readonly inputs: ReadonlyMap<string, Wire["from"]>;
  readonly wiredParams: ReadonlyMap<string, Wire["from"]>;
  /** The memo key (SPEC R5). */
  readonly key: string;
  /** Values fed in place of its outputs; such a node is not run and needs nothing. */
  readonly fed: Outputs | null;
  /** Why it can't run at all, known before anything runs. */
  readonly fault: Fault | null;
}

export interface Plan {
  /** Sources before those they feed, so far as there is no cycle. */
  readonly order: readonly Planned[];
  has(id: string): boolean;
  /** Throws for a node that is not needed. */
  node(id: string): Planned;
  /** Wires among needed nodes that leave this output of nodes with this key. */
  consumers(key: string, port: string): number;
}

export interface PlanInput {
  readonly document: GraphDocument;
  readonly catalogue: Catalogue;
  readonly models: Pick<ModelLibrary, "identity">;
  readonly observed: readonly { readonly node: string }[];
  readonly feeds?: ReadonlyMap<string, Value>;
}

/** Plans the nodes that the observed ones need (SPEC R8). Observed nodes that the document lacks are left out. */
export function planGraph(input: PlanInput): Plan {
  const nodes = new Map(input.document.nodes.map((node) => [node.id, node]));
  const feeds = feedsByNode(input.feeds ?? new Map());
  const follow = follower(input.document, input.catalogue, new Set(feeds.keys()));
  const passes = (id: string) => {
    const node = nodes.get(id);
    return feeds.has(id) ? null : passing(node, own(input.catalogue, node?.type ?? ""));
  };
  const sources = sourcesOf(input.document, input.catalogue, nodes, follow);
  const planned = new Map<string, Planned>();
  const uses = new Map<string, number>();
  const keyOf = (id: string) => planned.get(id)?.key ?? `cycle:${id}`;
  const handsOn = ({ node }: { readonly node: string }) =>
    Object.keys(passes(node) ?? {}).some((output) => follow([node, output])[0] !== node);
  const observed = input.observed.filter((each) => !handsOn(each));
  const order = neededOrder(observed, nodes, (id) =>
    feeds.has(id) || passes(id) ? [] : (sources.get(id) ?? []),
  );
  const cyclic = cycleFault(order, nodes, sources);
  for (const id of order) {
    const node = nodes.get(id) as GraphNode;
    const own = planNode(node, input, feeds.get(id) ?? null, sources.get(id) ?? [], keyOf);
    const fault = cyclic.get(id) ?? nothingToPass(passes(id)) ?? own.fault;
    planned.set(id, { ...own, fault });
    if (!own.fed)
      for (const { from } of sources.get(id) ?? []) {
        const output = `${keyOf(from[0])}.${from[1]}`;
        uses.set(output, (uses.get(output) ?? 0) + 1);
      }
  }
  return {
    order: [...planned.values()],
    has: (id) => planned.has(id),
    consumers: (key, port) => uses.get(`${key}.${port}`) ?? 0,
    node(id) {
      const found = planned.get(id);
      if (!found) throw new Error(`plan: ${id} is not needed`);
      return found;
    },
  };
}

type Sources = ReadonlyMap<string, readonly Wire[]>;

/**
 * The wires that enter each node, the first one for each port, from where their values are computed; wires from or to what
 * does not exist are no wires.
 */
function sourcesOf(
  document: GraphDocument,
  catalogue: Catalogue,
  nodes: ReadonlyMap<string, GraphNode>,
  follow: ReturnType<typeof follower>,
): Sources {
  const rules = wiring(document, catalogue);
  const sources = new Map<string, Wire[]>();
  for (const wire of document.wires) {
    if (!nodes.has(wire.from[0]) || !nodes.has(wire.to[0]) || rules.entering(wire.to) !== wire) continue;
    const followed = { ...wire, from: follow(wire.from) };
    const list = sources.get(wire.to[0]);
    if (list) list.push(followed);
    else sources.set(wire.to[0], [followed]);
  }
  return sources;
}

function feedsByNode(feeds: ReadonlyMap<string, Value>): Map<string, Outputs> {
  const nodes = new Map<string, Record<string, Value>>();
  for (const [address, value] of feeds) {
    const dot = address.lastIndexOf(".");
    const node = address.slice(0, dot);
    nodes.set(node, { ...nodes.get(node), [address.slice(dot + 1)]: value });
  }
  return nodes;
}

/** Depth first from the observed, sources before those they feed; without recursion. */
function neededOrder(
  observed: readonly { readonly node: string }[],
  nodes: ReadonlyMap<string, unknown>,
  sources: (id: string) => readonly Wire[],
): string[] {
  const order = new Set<string>();
  const entered = new Set<string>();
  const pending = observed.map(({ node }) => node).reverse();
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    if (entered.has(id) || !nodes.has(id)) {
      if (nodes.has(id)) order.add(id);
      pending.pop();
      continue;
    }
    entered.add(id);
    for (const { from } of sources(id).toReversed()) if (!entered.has(from[0])) pending.push(from[0]);
  }
  return [...order];
}

/** The fault of every needed node on a cycle: documents with cycles are refused, but an editor may be in between. */
function cycleFault(order: readonly string[], nodes: ReadonlyMap<string, GraphNode>, sources: Sources) {
  const faults = new Map<string, Fault>();
  const left = new Set(order);
  for (;;) {
    const wires = [...left].flatMap((id) => (sources.get(id) ?? []).filter(({ from }) => left.has(from[0])));
    const cycle = cycleIn({ nodes: [...left].flatMap((id) => nodes.get(id) ?? []), wires });
    if (!cycle) return faults;
    const fault = new Fault(`cycle: ${cycle.join(" -> ")}`, { cure: "Remove one of these wires." });
    for (const id of cycle) {
      faults.set(id, fault);
      left.delete(id);
    }
  }
}

function planNode(
  node: GraphNode,
  { catalogue, models }: PlanInput,
  fed: Outputs | null,
  wires: readonly Wire[],
  keyOf: (id: string) => string,
): Planned {
  const definition = own(catalogue, node.type) ?? null;
  const defaults = Object.entries(definition?.params ?? {}).map(([name, spec]) => [name, spec.default]);
  const params: ParamValues = { ...Object.fromEntries(defaults), ...node.params };
  const isInput = ({ to }: Wire) => !definition || own(definition.inputs, to[1]) !== undefined;
  const ends = (list: readonly Wire[]) => new Map(list.map(({ from, to }) => [to[1], from]));
  const inputs = ends(wires.filter(isInput));
  const wiredParams = ends(wires.filter((wire) => !isInput(wire)));
  const planned = { id: node.id, type: node.type, definition, params, inputs, wiredParams, fed };
  const key = fed ? feedKey(fed, params, definition, models) : memoKey(planned, models, keyOf);
  return { ...planned, key, fault: fed ? null : staticFault(planned) };
}

/** A node that hands on is planned only where nothing enters that it could. */
function nothingToPass(passes: Readonly<Record<string, string>> | null): Fault | null {
  const [input] = Object.values(passes ?? {});
  if (input === undefined) return null;
  return new Fault(`${input} is not wired`, { port: input, cure: `Wire what is to go on into ${input}.` });
}

/** What keeps a node from running whatever its inputs are. */
function staticFault({
  type,
  definition,
  params,
  inputs,
  wiredParams,
}: Omit<Planned, "key" | "fault">): Fault | null {
  if (!definition)
    return new Fault(`the node type "${type}" is not known here`, {
      cure: "Everything about it is kept. Open the graph where it was made, or remove the node.",
    });
  for (const [name, port] of Object.entries(definition.inputs))
    if (!port.optional && !inputs.has(name))
      return new Fault(`${name} is not wired`, {
        port: name,
        cure: `Wire ${port.types.join(" or ")} into ${name}.`,
      });
  for (const [name, spec] of Object.entries(definition.params)) {
    const flaw = wiredParams.has(name) && isNumeric(spec) ? null : flawIn(spec, params[name]);
    if (!flaw) continue;
    const place = pathText([name, ...flaw.path]);
    return new Fault(`${place}: expected ${flaw.expects}, got ${inWords(flaw.got)}`, { port: name });
  }
  for (const name of wiredParams.keys()) {
    const spec = own(definition.params, name);
    if (!spec || !isNumeric(spec))
      return new Fault(`there is no input ${name}`, { port: name, cure: "Remove the wire." });
  }
  return null;
}
