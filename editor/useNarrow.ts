import { useSyncExternalStore } from "react";

const query = matchMedia("(max-width: 1099px)");

const subscribe = (listener: () => void) => {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

/** True where palette and inspector fold away. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
