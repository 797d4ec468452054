import { useCallback, useRef, useSyncExternalStore } from "react";
import { app } from "../app.ts";

export interface Tally {
  /** Heavy nodes that wait for Run. */
  readonly waiting: number;
  /** Those of them that have no picture yet and so show a button. */
  readonly unseen: number;
  readonly failed: number;
}

const none: Tally = { waiting: 0, unseen: 0, failed: 0 };

function tally(): Tally {
  const count = { waiting: 0, unseen: 0, failed: 0 };
  for (const [, { state, preview }] of app.runs.nodes.entries()) {
    if (state?.state === "failed") count.failed += 1;
    if (state?.state !== "waits") continue;
    count.waiting += 1;
    if (!preview) count.unseen += 1;
  }
  return count;
}

/** How many nodes wait or have failed; looked at once a frame at most. */
export function useWaiting(): Tally {
  const last = useRef(none);
  const read = useCallback(() => {
    const now = tally();
    const { waiting, unseen, failed } = last.current;
    if (now.waiting !== waiting || now.unseen !== unseen || now.failed !== failed) last.current = now;
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
