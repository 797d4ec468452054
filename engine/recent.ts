/**
 * What `make` gives for a text, made once while the text is one of the last few: the chunks of a batch share what all of
 * them need. What it throws is not remembered.
 */
export function recent<V>(limit: number, make: (text: string) => V): (text: string) => V {
  const kept = new Map<string, V>();
  return (text) => {
    const known = kept.has(text);
    const value = known ? (kept.get(text) as V) : make(text);
    kept.delete(text);
    kept.set(text, value);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
