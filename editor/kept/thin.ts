import type { Revision } from "./storage.ts";

/** So many revisions a graph: those saved by name last longest, and the last ones of all kinds always stay. */
const atMost = 40;
const alwaysLast = 12;

/** The revisions that must go, given all of one graph, the newest first: the oldest made in passing, then the oldest. */
export function thin(revisions: readonly Revision[], most = atMost): readonly Revision[] {
  const excess = revisions.length - most;
  if (excess <= 0) return [];
  const old = revisions.slice(Math.min(alwaysLast, most)).reverse();
  const passing = old.filter(({ why }) => why !== "save");
  const saved = old.filter(({ why }) => why === "save");
  return [...passing, ...saved].slice(0, excess);
}
