/** The wire rule: which wires may be, and what flows on them. Pure, and the same for drag, paste, import and undo. */
import type { GraphDocument, GraphNode, Wire } from "./document.ts";
import type { Catalogue, NodeDefinition, Port } from "./node.ts";
import { isNumeric } from "./param.ts";
import { type SocketType, socketTypes } from "./values.ts";

type Types = readonly SocketType[];

/** The types that may come out of a port. All types where the node or the port is unknown. */
export function outputType(document: GraphDocument, catalogue: Catalogue, node: string, port: string): Types {
  return wiring(document, catalogue).leaving(node, port);
}

/** Why `wire` may not be added to the document, as one or two sentences; null where it may. */
export function wireProblem(document: GraphDocument, catalogue: Catalogue, wire: Wire): string | null {
  const before = wiring(document, catalogue);
  if (before.entering(wire.to) !== undefined) return `${wire.to[1]} of ${wire.to[0]} already has a wire.`;
  const grown = { ...document, wires: [...document.wires, wire] };
  const after = wiring(grown, catalogue);
  const own = after.problem(wire);
  if (own !== null) return own;
  const cycle = cycleIn(grown);
  if (cycle !== null) return `This would close a cycle: ${cycle.join(" -> ")}.`;
  for (const other of document.wires) {
    const problem = after.problem(other);
    if (problem !== null && before.problem(other) === null)
      return `Then ${other.from.join(".")} could no longer enter ${other.to.join(".")}: ${problem}`;
  }
  return null;
}

/** Nodes along a cycle, the first one again at the end; null where there is none. */
export function cycleIn(document: Pick<GraphDocument, "nodes" | "wires">): readonly string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of document.wires) {
    const list = next.get(from[0]);
    if (list) list.push(to[0]);
    else next.set(from[0], [to[0]]);
  }
  const finished = new Set<string>();
  for (const { id } of document.nodes) {
    const cycle = cycleFrom(id, next, finished);
    if (cycle) return cycle;
  }
  return null;
}

/** Depth-first search without recursion, so that a chain of any length passes. */
function cycleFrom(start: string, next: ReadonlyMap<string, string[]>, finished: Set<string>) {
  const path: string[] = [];
  const depth = new Map<string, number>();
  const pending: { node: string; leave: boolean }[] = [{ node: start, leave: false }];
  for (let step = pending.pop(); step; step = pending.pop()) {
    const { node, leave } = step;
    if (leave) {
      path.pop();
      depth.delete(node);
      finished.add(node);
      continue;
    }
    const seen = depth.get(node);
    if (seen !== undefined) return [...path.slice(seen), node];
    if (finished.has(node)) continue;
    depth.set(node, path.length);
    path.push(node);
    pending.push({ node, leave: true });
    for (const target of next.get(node) ?? []) pending.push({ node: target, leave: false });
  }
  return null;
}

/** What decides which types the ports of a graph have. */
export interface Structure {
  readonly nodes: readonly Pick<GraphNode, "id" | "type">[];
  readonly wires: GraphDocument["wires"];
}

/** The types and wires of one document, worked out when asked for and remembered. */
export function wiring(document: Structure, catalogue: Catalogue) {
  const types = new Map(document.nodes.map((node) => [node.id, node.type]));
  const sources = new Map<string, Wire>();
  for (const wire of document.wires) if (!sources.has(slot(wire.to))) sources.set(slot(wire.to), wire);
  const known = new Map<string, Types>();

  const definitionOf = (node: string): NodeDefinition | undefined => own(catalogue, types.get(node) ?? "");
  const entering = (to: Wire["to"]) => sources.get(slot(to));

  /** Types that come out of a port; ports that say `same` follow what enters, back to where the type is known. */
  function leaving(node: string, port: string): Types {
    const trail: { at: string; port: Port }[] = [];
    const visited = new Set<string>();
    let found: Types | null = null;
    for (let at: Wire["from"] = [node, port]; found === null; ) {
      const here = slot(at);
      const spec = own(definitionOf(at[0])?.outputs, at[1]);
      found = known.get(here) ?? (spec === undefined || visited.has(here) ? socketTypes : null);
      if (found !== null || spec === undefined) break;
      visited.add(here);
      const source: Wire | undefined = spec.same === undefined ? undefined : entering([at[0], spec.same]);
      trail.push({ at: here, port: spec });
      if (source === undefined) found = spec.types;
      else at = source.from;
    }
    let result: Types = found ?? socketTypes;
    for (const { at, port: spec } of trail.reverse()) {
      result = overlap(spec.types, result) ?? spec.types;
      known.set(at, result);
    }
    return result;
  }

  /** Types that an input takes: where it must agree with another input, those that enter there. */
  function taken(node: string, port: Port): Types {
    const source = port.same === undefined ? undefined : entering([node, port.same]);
    return (source && overlap(port.types, leaving(...source.from))) ?? port.types;
  }

  function problem(wire: Wire): string | null {
    const missing = endProblem(wire);
    if (missing !== null) return missing;
    const definition = definitionOf(wire.to[0]);
    if (definition === undefined) return null;
    const sent = leaving(...wire.from);
    const input = own(definition.inputs, wire.to[1]);
    const accepted = input ? taken(wire.to[0], input) : (["number"] as const);
    if (overlap(accepted, sent)) return null;
    return refusal(
      sent,
      wire.to[1],
      fitting(wire.to[0], definition, sent),
      input?.types ?? accepted,
      accepted,
    );
  }

  function fitting(node: string, definition: NodeDefinition, sent: Types): string[] {
    const inputs = Object.entries(definition.inputs).filter(([, port]) => overlap(taken(node, port), sent));
    const params = sent.includes("number")
      ? Object.entries(definition.params).filter(([, spec]) => isNumeric(spec))
      : [];
    return [...inputs, ...params].map(([name]) => name);
  }

  /** What is wrong with the ends themselves: nodes, ports and params that do not exist, a node wired to itself. */
  function endProblem({ from, to }: Wire): string | null {
    for (const [node] of [from, to]) if (!types.has(node)) return `There is no node ${node}.`;
    if (from[0] === to[0]) return "A node can't feed itself.";
    const source = definitionOf(from[0]);
    if (source && !own(source.outputs, from[1])) return unknown(from[0], "output", from[1], source.outputs);
    const target = definitionOf(to[0]);
    if (!target || own(target.inputs, to[1])) return null;
    const spec = own(target.params, to[1]);
    if (!spec) return unknown(to[0], "input", to[1], target.inputs);
    return isNumeric(spec) ? null : `Only numeric params take a wire, and ${to[1]} is none.`;
  }

  return { entering, leaving, problem, definitionOf };
}

function slot([node, port]: readonly [string, string]): string {
  return JSON.stringify([node, port]);
}

/** A record's own entry: a port called `constructor` is no port. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The types in both lists; null where there are none. */
function overlap(a: Types, b: Types): Types | null {
  const both = a.filter((type) => b.includes(type));
  return both.length === 0 ? null : both;
}

function unknown(node: string, what: string, name: string, there: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(there);
  const rest = names.length === 0 ? `it has no ${what}s` : `it has ${names.join(", ")}`;
  return `${node} has no ${what} ${name}: ${rest}.`;
}

const plural: Types = ["features", "units", "thresholds", "scores", "points"];
const mass: Types = ["noise"];

function refusal(sent: Types, port: string, fits: readonly string[], all: Types, accepted: Types): string {
  const [type] = sent;
  if (type === undefined) return `Nothing can enter ${port}.`;
  const many = plural.includes(type);
  const article = many || mass.includes(type) ? "" : /^[aeio]/.test(type) ? "an " : "a ";
  const subject = `${article}${type}`;
  const first = `${subject[0]?.toUpperCase()}${subject.slice(1)} can't enter ${port}.`;
  if (overlap(all, sent)) return `${first} The other input is ${accepted.join(" or ")}.`;
  if (fits.length === 0) return first;
  return `${first} ${many ? "They fit" : "It fits"} ${fits.join(", ")}.`;
}
