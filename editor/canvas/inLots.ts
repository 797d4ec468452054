/** So many lots: of a thousand things each holds about as many as there are lots. */
const count = 32;

/**
 * Parts things so that each stays in its lot, whatever comes and goes beside it. React looks at every sibling of what it draws anew:
 * in lots it looks at few.
 */
export function inLots<T>(things: Iterable<T>, keyOf: (thing: T) => string): readonly (readonly T[])[] {
  const lots = Array.from({ length: count }, (): T[] => []);
  for (const thing of things) lots[lotOf(keyOf(thing))]?.push(thing);
  return lots;
}

function lotOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return (hash >>> 0) % count;
}
