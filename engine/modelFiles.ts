import type { Card } from "./card.ts";
import type { Model } from "./models.ts";
import { serializeModel } from "./onnx/model.ts";
import { sha256 } from "./sha256.ts";

export interface ModelFiles {
  readonly card: Card;
  readonly bytes: Uint8Array;
}

/** A model as the two files that others can load: the bytes of `<stem>.onnx`, and the card that names them. */
export function modelFiles({ card, graph }: Model, stem: string): ModelFiles {
  const bytes = serializeModel(graph);
  return { card: { ...card, id: stem, onnx: `${stem}.onnx`, sha256: sha256(bytes) }, bytes };
}
