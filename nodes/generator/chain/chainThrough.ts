import type { Neighbours } from "../../../engine/expansion.ts";

/** A constant, the layers after it in order, and what makes pictures of the last one. */
export interface Chain {
  readonly constant: string;
  readonly generator: string;
  readonly layers: readonly string[];
  readonly toRGB: string | null;
  /** The constant starts other chains, too. */
  readonly shared: boolean;
}

const kinds: ReadonlySet<string> = new Set(["constantInput", "adainLayer", "toRGB"]);

/** The chain that a node belongs to; null for a node of another kind; a sentence where it is no whole chain. */
export function chainThrough(start: string, around: Neighbours): Chain | string | null {
  const kind = (id: string) => around.node(id)?.type ?? "";
  if (!kinds.has(kind(start))) return null;
  const path = backFrom(start, around);
  const [constant = ""] = path;
  if (kind(constant) !== "constantInput")
    return `The layers must follow a constant input without anything between: ${around.name(constant)} does not.`;
  for (let at = path.at(-1) ?? ""; kind(at) !== "toRGB"; ) {
    const next = nextOf(at, around);
    if (next.length > 1) return `The layers part after ${around.name(at)}: select one behind it.`;
    if (next[0] === undefined) break;
    at = next[0];
    path.push(at);
  }
  const bypassed = path.find((id) => around.node(id)?.bypassed);
  if (bypassed !== undefined) return `${around.name(bypassed)} is bypassed.`;
  const layers = path.filter((id) => kind(id) === "adainLayer");
  const toRGB = path.find((id) => kind(id) === "toRGB") ?? null;
  const shared = around.leaving(constant, "features").some(({ to }) => to[0] !== layers[0]);
  return { constant, generator: generatorOf(constant, around), layers, toRGB, shared };
}

/** From the first node of the kinds of a chain to `start`. */
function backFrom(start: string, around: Neighbours): string[] {
  const path = [start];
  for (;;) {
    const [first = ""] = path;
    const before = around.entering(first).get("features")?.from[0];
    const type = before === undefined ? "" : (around.node(before)?.type ?? "");
    if (before === undefined || path.includes(before) || !kinds.has(type)) return path;
    path.unshift(before);
  }
}

/** Layers that a node's features enter, and toRGB. */
function nextOf(id: string, around: Neighbours): string[] {
  return around
    .leaving(id, "features")
    .filter(({ to: [target, port] }) => port === "features" && kinds.has(around.node(target)?.type ?? ""))
    .map(({ to }) => to[0]);
}

const generatorOf = (constant: string, around: Neighbours): string =>
  String(around.node(constant)?.params.generator ?? "");
