import type { NodeDefinition } from "../engine/node.ts";
import { ofEngine, words } from "./words.ts";

/** The engine's reasons begin small and end without a full stop; the name of a port stays as it is written. */
export function sentence(reason: string, { inputs, outputs, params }: NodeDefinition): string {
  const said = ofEngine(reason);
  if (said !== reason) return words.ended(said);
  const [first = ""] = reason.split(" ");
  const named = first in inputs || first in outputs || first in params;
  const text = named ? reason : `${reason[0]?.toUpperCase() ?? ""}${reason.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
