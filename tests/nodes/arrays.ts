import { normals } from "../../engine/random.ts";
import { sizeOf } from "../../engine/tensor.ts";
import type { Known } from "../expectClose.ts";

/** Zeros of a shape. */
export function zeros(...shape: number[]): Known {
  return { shape, data: new Array<number>(sizeOf(shape)).fill(0) };
}

/** Standard normals of a shape; another seed gives others. */
export function gaussian(seed: number, ...shape: number[]): Known {
  return { shape, data: [...normals(seed, "test", 0, sizeOf(shape))] };
}
