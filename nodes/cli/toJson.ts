import type { Value } from "../../engine/values.ts";
import { evolutionJson } from "./evolutionJson.ts";

/** A value without a tensor as the command line writes it (contract, section 5): its fields, without its type. */
export function toJson(value: Value): string {
  if (value.type === "evolution") return `${JSON.stringify(evolutionJson(value), null, 1)}\n`;
  const { type: _, ...fields } = value;
  return `${JSON.stringify(fields, null, 1)}\n`;
}
