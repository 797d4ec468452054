import type { GraphDocument } from "../engine/document.ts";
import { wiresOf } from "./wiresOf.ts";

/** The given nodes, all that they depend on and all that depends on them. */
export function connected({ wires }: Pick<GraphDocument, "wires">, ids: Iterable<string>): Set<string> {
  const before = new Set(ids);
  const after = new Set(before);
  for (const id of before) for (const { from } of wiresOf(wires, id).entering.values()) before.add(from[0]);
  for (const id of after)
    for (const those of wiresOf(wires, id).leaving.values()) for (const { to } of those) after.add(to[0]);
  return new Set([...before, ...after]);
}
