import type { Outputs } from "./node.ts";

/** The output that a node's picture shows: the first image, else the first of all; null where there is none. */
export function shownPort(outputs: Outputs): string | null {
  const ports = Object.entries(outputs);
  const [port = null] = ports.find(([, { type }]) => type === "image") ?? ports[0] ?? [];
  return port;
}
