import { useSyncExternalStore } from "react";
import { isDark, settings } from "./settings.ts";

const query = matchMedia("(prefers-color-scheme: dark)");

const subscribe = (listener: () => void) => {
  const stop = settings.subscribe(listener);
  query.addEventListener("change", listener);
  return () => {
    stop();
    query.removeEventListener("change", listener);
  };
};

/** True where dark is on show, whoever chose it: for what is not drawn by style sheets. */
export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark);
