/**
 * What `make` gives for a key, made once while the key is one of the last few: the chunks of a batch share what all of them
 * need, and what was made for each step of a long history is not held. What it throws is not remembered.
 */
export function recent<K, V>(limit: number, make: (key: K) => V): (key: K) => V {
  const kept = new Map<K, V>();
  let newest: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (newest?.key === key) return newest.value;
    const value = kept.has(key) ? (kept.get(key) as V) : make(key);
    newest = { key, value };
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
