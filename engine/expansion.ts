/** One node as several, and several as one: what `expand` and `collapse` of a declaration are given, and say. */
import type { GeneratorCard } from "./card.ts";
import type { GraphNode, Wire } from "./document.ts";
import type { ParamValues } from "./node.ts";

type End = Wire["from"];

/** A node that is to be expanded. */
export interface Whole {
  /** Every param: as set, else its default. */
  readonly params: ParamValues;
  /** What enters its wired inputs. */
  readonly inputs: ReadonlyMap<string, End>;
  /** The generator whose values enter; null where none is known. */
  readonly card: GeneratorCard | null;
  /** Samples of what leaves a port; null where that was not computed yet. */
  samples(from: End): number | null;
}

/** What stands for it: nodes under ids of their own, places relative to the node's, and wires between them. */
export interface Expansion {
  readonly nodes: readonly GraphNode[];
  readonly wires: readonly Wire[];
  readonly frames: readonly { readonly label: string; readonly nodes: readonly string[] }[];
  /** Where what enters each of its inputs goes. */
  readonly inputs: Readonly<Record<string, readonly Wire["to"][]>>;
  /** What stands for each of its outputs. */
  readonly outputs: Readonly<Record<string, End>>;
  /** How much room the nodes take, about. */
  readonly size: { readonly width: number; readonly height: number };
}

/** The graph round a node that may belong to what can be collapsed. */
export interface Neighbours extends Pick<Whole, "samples"> {
  /** With every param: as set, else its default. */
  node(id: string): GraphNode | undefined;
  /** How a node is called. */
  name(id: string): string;
  entering(id: string): ReadonlyMap<string, Wire>;
  leaving(id: string, port: string): readonly Wire[];
  card(generator: string): GeneratorCard | null;
}

/** The one node in place of several. */
export interface Collapse {
  /** The nodes that it stands for. */
  readonly nodes: readonly string[];
  readonly params: ParamValues;
  readonly inputs: Readonly<Record<string, End>>;
  /** Outputs of theirs that it gives: by its own ports. */
  readonly outputs: Readonly<Record<string, End>>;
}

/** A text says why it can't be, as a sentence; null: a node of this kind has no part in such a thing. */
export interface Expandable {
  expand(whole: Whole): Expansion | string;
  collapse(start: string, around: Neighbours): Collapse | string | null;
}
