import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { beforeOf } from "./beforeOf.ts";

export interface Held {
  readonly held: boolean;
  readonly possible: boolean;
  hold(): void;
  release(): void;
}

/** Shows what was there before for as long as it is held; of two pictures, the first alone. */
export function useHeld(node: string, single: boolean): Held {
  const [held, setHeld] = useState(false);
  const document = useStore(app.store, (state) => state.document);
  const [before, setBefore] = useState(() => (single ? beforeOf(node) : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document has another one before it
  useEffect(() => setBefore(single ? beforeOf(node) : null), [document, node, single]);
  const possible = !single || before !== null;
  const release = () => {
    if (held && single) app.engine?.peek(null);
    setHeld(false);
  };
  const last = useRef(release);
  last.current = release;
  useEffect(() => {
    const up = (event: KeyboardEvent | FocusEvent) =>
      (!("key" in event) || event.key === " ") && last.current();
    addEventListener("keyup", up);
    addEventListener("blur", up);
    return () => {
      removeEventListener("keyup", up);
      removeEventListener("blur", up);
      last.current();
    };
  }, []);
  const hold = () => {
    if (held || !possible) return;
    if (before) app.engine?.peek({ node, document: before });
    setHeld(true);
  };
  return { held, possible, hold, release };
}
