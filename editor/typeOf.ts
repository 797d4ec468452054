import { recent } from "../engine/recent.ts";
import type { SocketType } from "../engine/values.ts";
import { type Structure, wiring } from "../engine/wire.ts";
import { app } from "./app.ts";

const wiringOf = recent(4, (document: Structure) => wiring(document, app.catalogue));

/** The type that comes out of a port now; the first where several may. One wiring is worked out for each structure. */
export function typeOf(document: Structure, node: string, port: string): SocketType | undefined {
  return wiringOf(document).leaving(node, port)[0];
}
