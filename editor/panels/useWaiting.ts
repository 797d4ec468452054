import { useCallback, useRef, useSyncExternalStore } from "react";
import { app } from "../app.ts";
import { troubles } from "../troubles.ts";

export interface Tally {
  /** Heavy nodes that wait for Run. */
  readonly waiting: number;
  /** Those of them that have no picture yet and so show a button. */
  readonly unseen: number;
  readonly failed: number;
  /** Heavy nodes left where they are, to be taken up again. */
  readonly stopped: number;
}

const none: Tally = { waiting: 0, unseen: 0, failed: 0, stopped: 0 };

function tally(): Tally {
  const count = { ...none };
  for (const { id, state } of troubles()) {
    if (state.state === "failed") count.failed += 1;
    else if (state.state === "stopped") count.stopped += 1;
    else {
      count.waiting += 1;
      if (!app.runs.nodes.get(id)?.preview) count.unseen += 1;
    }
  }
  return count;
}

/** How many nodes wait, are stopped or have failed; looked at once a frame at most. */
export function useWaiting(): Tally {
  const last = useRef(none);
  const read = useCallback(() => {
    const now = tally();
    const kinds = Object.keys(none) as (keyof Tally)[];
    if (kinds.some((kind) => now[kind] !== last.current[kind])) last.current = now;
    return last.current;
  }, []);
  const subscribe = useCallback((listener: () => void) => {
    let frame = 0;
    const stop = app.runs.nodes.subscribe(null, () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        listener();
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, []);
  return useSyncExternalStore(subscribe, read);
}
