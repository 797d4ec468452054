import { createStore } from "zustand/vanilla";
import type { GraphDocument, Wire } from "../../engine/document.ts";
import type { Catalogue } from "../../engine/node.ts";
import { isNumeric } from "../../engine/param.ts";
import { wireProblem, wiring } from "../../engine/wire.ts";
import { sameEnd } from "../edit.ts";
import { nodeOf } from "../nodeOf.ts";
import { ofEngine } from "../words.ts";
import type { Point } from "./route.ts";

export interface End {
  readonly node: string;
  readonly side: "in" | "out";
  readonly port: string;
}

export const isSameEnd = (a: End, b: End): boolean =>
  a.node === b.node && a.side === b.side && a.port === b.port;

/** A wire on its way: held at one end, the other at the pointer. */
export interface Dragged {
  readonly from: End | null;
  /** The wire that was taken off its input, if any. */
  readonly lifted: Wire | null;
  /** Where the loose end is, on the canvas. */
  readonly pointer: Point;
  /** The socket under the pointer, and why the wire may not enter; null where it may. */
  readonly over: (End & { readonly reason: string | null }) | null;
  /** Sockets that fit, by node: `in:features`. Nodes that are not there have none. */
  readonly fits: ReadonlyMap<string, ReadonlySet<string>>;
}

export const still: Dragged = { from: null, lifted: null, pointer: [0, 0], over: null, fits: new Map() };

export const createDrag = () => createStore<Dragged>(() => still);

/** The wire between two ends, whichever was picked first; null for two of a side. */
export function wireBetween(a: End, b: End): Wire | null {
  if (a.side === b.side) return null;
  const [source, target] = a.side === "out" ? [a, b] : [b, a];
  return { from: [source.node, source.port], to: [target.node, target.port] };
}

/** Why the wire may not be, once what enters its input now is gone; null where it may. */
export function refusal(document: GraphDocument, catalogue: Catalogue, wire: Wire): string | null {
  const wires = document.wires.filter(({ to }) => !sameEnd(to, wire.to));
  const problem = wireProblem({ ...document, wires }, catalogue, wire);
  return problem === null ? null : ofEngine(problem);
}

/** The sockets that may take the other end of a wire held at `from`. */
export function fitting(document: GraphDocument, catalogue: Catalogue, from: End): Dragged["fits"] {
  const { problem } = wiring(document, catalogue);
  const banned = reachable(document, from);
  const fits = new Map<string, Set<string>>();
  for (const node of document.nodes) {
    if (banned.has(node.id)) continue;
    const definition = catalogue[node.type];
    if (!definition) continue;
    const numeric = Object.entries(definition.params).filter(([, spec]) => isNumeric(spec));
    const names =
      from.side === "in"
        ? Object.keys(definition.outputs)
        : [...Object.keys(definition.inputs), ...numeric.map(([name]) => name)];
    const side = from.side === "in" ? "out" : "in";
    const good = names.filter((port) => {
      const wire = wireBetween(from, { node: node.id, side, port });
      if (!wire || problem(wire) !== null) return false;
      return !decides(document, catalogue, wire.to) || refusal(document, catalogue, wire) === null;
    });
    if (good.length > 0) fits.set(node.id, new Set(good.map((port) => `${side}:${port}`)));
  }
  return fits;
}

/** True where what enters an input decides what the node's other ports are: wires that are there may then not fit any more. */
function decides(document: GraphDocument, catalogue: Catalogue, [node, port]: Wire["to"]): boolean {
  const { inputs = {}, outputs = {} } = catalogue[nodeOf(document, node)?.type ?? ""] ?? {};
  return [...Object.values(inputs), ...Object.values(outputs)].some(({ same }) => same === port);
}

/** Nodes that would close a cycle: those before an output, those after an input, and the node itself. */
function reachable(document: GraphDocument, { node, side }: End): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of document.wires) {
    const [a, b] = side === "out" ? [to[0], from[0]] : [from[0], to[0]];
    next.set(a, [...(next.get(a) ?? []), b]);
  }
  const seen = new Set([node]);
  for (const at of seen) for (const other of next.get(at) ?? []) seen.add(other);
  return seen;
}
