import { useCallback, useSyncExternalStore } from "react";

/** Values by key, each with its own listeners: a change wakes only those who look at that key. */
export interface Keyed<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  keys(): IterableIterator<string>;
  entries(): IterableIterator<[string, T]>;
  /** Listens to one key, or to every change where the key is null. Returns the way out. */
  subscribe(key: string | null, listener: () => void): () => void;
}

export function createKeyed<T>(): Keyed<T> {
  const values = new Map<string, T>();
  const listeners = new Map<string | null, Set<() => void>>();
  const wake = (key: string | null) => {
    for (const listener of listeners.get(key) ?? []) listener();
  };
  const changed = (key: string) => {
    wake(key);
    wake(null);
  };
  return {
    get: (key) => values.get(key),
    set(key, value) {
      if (values.has(key) && Object.is(values.get(key), value)) return;
      values.set(key, value);
      changed(key);
    },
    delete(key) {
      if (values.delete(key)) changed(key);
    },
    keys: () => values.keys(),
    entries: () => values.entries(),
    subscribe(key, listener) {
      const those = listeners.get(key) ?? new Set();
      listeners.set(key, those.add(listener));
      return () => {
        those.delete(listener);
        if (those.size === 0 && listeners.get(key) === those) listeners.delete(key);
      };
    },
  };
}

/** The value under `key`, kept up to date. */
export function useKeyed<T>(keyed: Keyed<T>, key: string): T | undefined {
  const subscribe = useCallback((listener: () => void) => keyed.subscribe(key, listener), [keyed, key]);
  return useSyncExternalStore(subscribe, () => keyed.get(key));
}
