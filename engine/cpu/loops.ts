/** What the kernels' loops are made of. */
import { block, br_if, type Input, i32, type Local, local, loop } from "wasmati";
import { bytes } from "./memoryLayout.ts";

/** Runs `body` while `count` is above 0, and takes `step` off it each time. */
export function repeat(count: Local<"i32">, step: number, body: () => void): void {
  block(null, (done) => {
    i32.le_s(count, 0);
    br_if(done);
    loop(null, (again) => {
      body();
      local.set(count, i32.sub(count, step));
      i32.lt_s(0, count); // i32.gt_s of wasmati 0.2.4 compares without a sign
      br_if(again);
    });
  });
}

/**
 * Goes through `count` numbers in whole vectors: `body` works on the vector at this offset from where the pointers are, which move on.
 * Four vectors at a time as far as there are as many.
 */
export function throughVectors(
  count: Local<"i32">,
  left: Local<"i32">,
  pointers: readonly Local<"i32">[],
  body: (offset: number) => void,
): void {
  local.set(left, i32.shr_u(count, 4));
  for (const vectors of [4, 1]) {
    repeat(left, 1, () => {
      for (let at = 0; at < vectors; at++) body(at * bytes.vector);
      for (const pointer of pointers) advance(pointer, vectors * bytes.vector);
    });
    local.set(left, i32.shr_u(i32.add(i32.and(count, 15), 3), 2));
  }
}

/** Sets locals to the values of others. */
export function start(...pairs: readonly (readonly [Local<"i32">, Local<"i32">])[]): void {
  for (const [variable, from] of pairs) local.set(variable, from);
}

export function advance(pointer: Local<"i32">, by: Input<"i32">): void {
  local.set(pointer, i32.add(pointer, by));
}
