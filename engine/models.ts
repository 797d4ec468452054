/** The models a graph may name by id: a card and an ONNX file each (contract, section 2). */
import type { Card } from "./card.ts";
import type { ModelGraph } from "./onnx/model.ts";

/** A graph that can be run. It is shared and never modified. */
export interface Program {
  readonly graph: ModelGraph;
  /** Identity of the bytes, part of every memo key that depends on them. */
  readonly sha256: string;
}

/** A loaded model. */
export interface Model extends Program {
  readonly card: Card;
}

/** Throws Fault where an id is unknown or a file disagrees with its card. */
export interface ModelLibrary {
  /** Every card, loaded or not, in the order in which they were added. */
  cards(): readonly Card[];
  /** Identity of a model for memo keys, without loading it; null for an unknown id. */
  identity(id: string): string | null;
  get(id: string): Promise<Model>;
  /** A model that was made here; it takes the place of an earlier one with its id. */
  place(model: Model): void;
  /** `load` brings the bytes of the ONNX file; it is called once, when the model is first needed. */
  add(card: Card, load: () => Promise<Uint8Array>): void;
  /** Calls back whenever the bytes of a file are asked for. */
  onLoad(listener: () => void): void;
}
