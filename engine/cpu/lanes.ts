import { type Input, i8x16 } from "wasmati";

type Four = readonly [number, number, number, number];
type Bytes = Parameters<typeof i8x16.shuffle>[0];

/** Four numbers of two vectors: 0 to 3 are those of `a`, 4 to 7 those of `b`. */
export function lanes(chosen: Four, a: Input<"v128">, b: Input<"v128">) {
  return i8x16.shuffle(chosen.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)) as Bytes, a, b);
}
