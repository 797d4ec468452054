import { createStore } from "zustand/vanilla";

/** What a screen reader says next. The number tells the same text said twice apart. */
export const heard = createStore<{ readonly text: string; readonly at: number }>(() => ({ text: "", at: 0 }));

export function announce(text: string): void {
  heard.setState(({ at }) => ({ text, at: at + 1 }));
}
