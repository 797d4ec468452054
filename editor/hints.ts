/** Three hints for a first visit. Each goes when what it says was done, or when it is dismissed; none comes back by itself. */
import { createStore } from "zustand/vanilla";
import type { GraphDocument } from "../engine/document.ts";
import { app } from "./app.ts";
import { keep, recall } from "./settings.ts";

export type Hint = "wire" | "number" | "find";
const all: readonly Hint[] = ["wire", "number", "find"];
const seenKey = "ganglion.hints";

export const hints = createStore<{ readonly left: readonly Hint[] }>(() => ({ left: [] }));

export function showHints(): void {
  hints.setState({ left: all });
}

export function dismissHint(hint: Hint): void {
  hints.setState(({ left }) => ({ left: left.filter((other) => other !== hint) }));
}

/** To be called before anything of this visit is remembered: who was here before gets no hints. */
export function startHints(): void {
  const first = recall("ganglion.last") === null && recall(seenKey) === null;
  app.store.subscribe(({ id, document }, before) => {
    if (hints.getState().left.length === 0 || id !== before.id || document === before.document) return;
    const done = whatWasDone(document, before.document);
    if (done) dismissHint(done);
  });
  if (first) whenAlive(showHints);
}

/** Calls back once the first graph shows its pictures. */
function whenAlive(act: () => void): void {
  let ran = false;
  const stop = app.runs.job.subscribe(({ running, cancelled }) => {
    if (!running && ran && !cancelled && app.document.nodes.length > 0) {
      stop();
      keep(seenKey, "seen");
      act();
    }
    ran ||= running;
  });
}

function whatWasDone(now: GraphDocument, before: GraphDocument): Hint | null {
  if (now.nodes.length > before.nodes.length) return "find";
  if (now.nodes.length < before.nodes.length) return null;
  if (now.wires !== before.wires) return "wire";
  return now.nodes.some(({ params }, index) => params !== before.nodes[index]?.params) ? "number" : null;
}
