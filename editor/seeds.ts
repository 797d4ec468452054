/** Seeds: which params are, which are locked against the dice, and new ones for all others. */
import type { GraphDocument, GraphNode } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import type { Param } from "../engine/param.ts";
import type { Change } from "./document.ts";
import { edit } from "./edit.ts";
import { wiresOf } from "./wiresOf.ts";

export const isSeed = ({ kind, max }: Param): boolean =>
  kind === "integer" && max === Number.MAX_SAFE_INTEGER;

/** A seed that people can read and say. */
export const rolled = (): number => Math.floor(Math.random() * 10_000);

/** The params of a node that the dice leave alone: layout, unknown to the engine. */
export function lockedIn(node: GraphNode): readonly string[] {
  const { locked } = node as { readonly locked?: unknown };
  return Array.isArray(locked) ? locked.filter((name) => typeof name === "string") : [];
}

/** Locks a seed, or lets it go. */
export function lockSeed(id: string, name: string, lock: boolean): Change {
  return (document) => ({
    ...document,
    nodes: document.nodes.map((node) => {
      if (node.id !== id) return node;
      const { locked: _, ...open } = node as GraphNode & { readonly locked?: unknown };
      const others = lockedIn(node).filter((each) => each !== name);
      const locked = lock ? [...others, name] : others;
      return locked.length === 0 ? open : { ...open, locked };
    }),
  });
}

interface Seed {
  readonly node: string;
  readonly name: string;
}

/** The seeds of these nodes that are neither locked nor set by a wire. */
export function freeSeeds(
  { nodes, wires }: GraphDocument,
  catalogue: Catalogue,
  ids: ReadonlySet<string>,
): readonly Seed[] {
  return nodes.flatMap((node): Seed[] => {
    if (!ids.has(node.id)) return [];
    const locked = lockedIn(node);
    const { entering } = wiresOf(wires, node.id);
    return Object.entries(catalogue[node.type]?.params ?? {})
      .filter(([name, spec]) => isSeed(spec) && !locked.includes(name) && !entering.has(name))
      .map(([name]) => ({ node: node.id, name }));
  });
}

/** Gives each of these seeds another value. */
export const reseed =
  (seeds: readonly Seed[], roll: () => number = rolled): Change =>
  (document) =>
    seeds.reduce((changed, { node, name }) => edit.setParam(node, name, roll())(changed), document);
