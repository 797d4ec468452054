import type { GraphDocument } from "../engine/document.ts";
import type { SocketType } from "../engine/values.ts";
import { wiring } from "../engine/wire.ts";
import { app } from "./app.ts";

const known = new WeakMap<GraphDocument, ReturnType<typeof wiring>>();

/** The type that comes out of a port now; the first where several may. One wiring is worked out for each document. */
export function typeOf(document: GraphDocument, node: string, port: string): SocketType | undefined {
  let own = known.get(document);
  if (!own) {
    own = wiring(document, app.catalogue);
    known.set(document, own);
  }
  return own.leaving(node, port)[0];
}
