/** When edits start jobs, so that pictures also change while a hand is moving. */
export interface Turns {
  /** An edit was made; `inHand` while more of the same follow: a drag, a stroke. */
  edited(inHand: boolean): void;
  began(): void;
  ended(): void;
  stop(): void;
}

/** A job gets so many milliseconds before an edit in hand puts another in its place. */
const patience = 1000;

/**
 * An edit starts a job at once, which ends the one before. Edits in hand come with every frame: each would end a job
 * before it has shown anything. So they let the job under way end, for a while, and the newest of them starts the next; and they
 * let the page show first what the hand does.
 */
export function createTurns(start: () => void): Turns {
  let began: number | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(waiting);
    waiting = undefined;
  }

  function startWaiting(): void {
    if (waiting === undefined) return;
    stop();
    start();
  }

  return {
    edited(inHand) {
      if (!inHand) return start();
      const left = began === null ? 0 : began + patience - performance.now();
      waiting ??= setTimeout(startWaiting, Math.max(0, left));
    },
    began() {
      stop();
      began = performance.now();
    },
    ended() {
      began = null;
      startWaiting();
    },
    stop,
  };
}
