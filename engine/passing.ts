/** Values on the way pass: one goes, with all that followed from it, when the next one comes (SPEC R14). */
import type { Workshop } from "./course.ts";
import type { Stream } from "./streams.ts";

/** Puts the newest value of a stream in the place of the one before, and of all that followed from that. Gives the keys gone. */
export function replacePassing(workshop: Workshop, key: string, stream: Stream, held: Stream["held"]) {
  const gone = dropPassing(workshop, stream);
  stream.held = held;
  workshop.passing.set(key, new Set([stream]));
  return gone;
}

/** Drops what a stream gave on the way, and all that followed from it: results, and streams that began with it. */
export function dropPassing(workshop: Workshop, stream: Stream): ReadonlySet<string> {
  const { store, passing } = workshop;
  stream.held?.release();
  stream.held = null;
  const gone = new Set([...passing].filter(([, streams]) => streams.has(stream)).map(([key]) => key));
  for (const key of gone) {
    passing.delete(key);
    closeStream(workshop, key);
  }
  if (gone.size > 0) for (const key of store.keys()) if (gone.has(baseOf(key))) store.delete(key);
  return gone;
}

/** Forgets keys of results that were evicted: many edits may have looked at a stream that rests. */
export function prunePassing({ store, streams, passing }: Workshop): void {
  const there = new Set(store.keys().map(baseOf));
  for (const key of passing.keys()) if (!there.has(key) && !streams.has(key)) passing.delete(key);
}

/** The key of the whole that a chunk belongs to. */
const baseOf = (key: string): string => key.split("#")[0] ?? key;

/** Ends the stream under this key, if there is one. */
export function closeStream(workshop: Workshop, key: string): void {
  const stream = workshop.streams.get(key);
  if (!stream) return;
  workshop.streams.delete(key);
  stream.close();
  dropPassing(workshop, stream);
}
