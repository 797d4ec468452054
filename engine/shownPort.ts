import type { Ports } from "./node.ts";

/** The output that a node's picture shows: the first image, else the first of all; null where there is none. */
export function shownPort(outputs: Ports): string | null {
  const ports = Object.entries(outputs);
  const [port = null] =
    ports.find(([, { types }]) => types.length === 1 && types[0] === "image") ?? ports[0] ?? [];
  return port;
}
