import type { GraphDocument, Wire } from "../engine/document.ts";
import type { OpenDocument } from "./document.ts";
import { portName, words } from "./words.ts";

type NameOf = (document: GraphDocument, id: string) => string;

/** A step of the history in words, for who can't see it; "" for what is said elsewhere, such as the value of a field. */
export function whatChanged(before: OpenDocument, after: OpenDocument, nameOf: NameOf): string {
  if (after.document === before.document || after.id !== before.id) return "";
  const [undone, redone] = [after.future[0], after.past.at(-1)];
  if (after.future.length > before.future.length && undone) return words.heard.undone(undone.label);
  if (before.future.length > after.future.length && after.future.length > 0 && redone)
    return words.heard.redone(redone.label);
  return inNodes(before.document, after.document, nameOf) || inWires(before.document, after.document, nameOf);
}

function inNodes(before: GraphDocument, after: GraphDocument, nameOf: NameOf): string {
  const [old, now] = [idsOf(before), idsOf(after)];
  const added = [...now].filter((id) => !old.has(id));
  const removed = [...old].filter((id) => !now.has(id));
  const [came = "", went = ""] = [added[0], removed[0]];
  if (added.length > 1) return words.heard.addedSeveral(added.length);
  if (added.length === 1) return words.heard.added(nameOf(after, came));
  if (removed.length > 1) return words.heard.removedSeveral(removed.length);
  return removed.length === 1 ? words.heard.removed(nameOf(before, went)) : "";
}

function inWires(before: GraphDocument, after: GraphDocument, nameOf: NameOf): string {
  if (after.wires === before.wires) return "";
  const place = (document: GraphDocument, [id, port]: Wire["to"]) =>
    words.heard.place(nameOf(document, id), portName(port));
  const [old, now] = [keysOf(before), keysOf(after)];
  const made = after.wires.find((wire) => !old.has(keyOf(wire)));
  if (made) return words.heard.wired(place(after, made.from), place(after, made.to));
  const gone = before.wires.find((wire) => !now.has(keyOf(wire)));
  return gone ? words.heard.unwired(place(before, gone.from), place(before, gone.to)) : "";
}

const idsOf = ({ nodes }: GraphDocument) => new Set(nodes.map(({ id }) => id));
const keyOf = ({ from, to }: Wire) => JSON.stringify([from, to]);
const keysOf = ({ wires }: GraphDocument) => new Set(wires.map(keyOf));
