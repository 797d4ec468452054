import type { GraphDocument } from "../engine/document.ts";
import { recent } from "../engine/recent.ts";
import type { SocketType } from "../engine/values.ts";
import { wiring } from "../engine/wire.ts";
import { app } from "./app.ts";

const wiringOf = recent(4, (document: GraphDocument) => wiring(document, app.catalogue));

/** The type that comes out of a port now; the first where several may. One wiring is worked out for each document. */
export function typeOf(document: GraphDocument, node: string, port: string): SocketType | undefined {
  return wiringOf(document).leaving(node, port)[0];
}
