import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

const everyMs = 200;
const clock = createStore(() => performance.now());
let lookers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** performance.now(), five times a second, for all who show it in one frame: a timer each would be a frame each. */
export function useClock(): number {
  useEffect(() => {
    lookers += 1;
    timer ??= setInterval(() => clock.setState(performance.now(), true), everyMs);
    return () => {
      lookers -= 1;
      if (lookers > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return useStore(clock);
}
