import type { Runtime } from "../context.ts";
import { tensor } from "../tensor.ts";
import { callNetwork } from "./callNetwork.ts";
import type { Evolving } from "./evolution.ts";

const lines = 13;
const steps = 48;
/** A normal latent is shown as far as this many deviations. */
const deviations = 2;

/** Lines of a regular grid over [-reach, reach]^2, each `steps` + 1 pairs: first those along x, then those along y. */
export function latentGrid(reach: number): Float32Array<ArrayBuffer>[] {
  const place = (at: number, of: number) => reach * ((2 * at) / of - 1);
  const line = (across: boolean, at: number) => {
    const pairs = new Float32Array(2 * (steps + 1));
    for (let step = 0; step <= steps; step++) {
      pairs[2 * step + (across ? 0 : 1)] = place(step, steps);
      pairs[2 * step + (across ? 1 : 0)] = place(at, lines - 1);
    }
    return pairs;
  };
  return [true, false].flatMap((across) => Array.from({ length: lines }, (_, at) => line(across, at)));
}

/** The grid carried through the generator; none where the latent is not of two numbers, or pictures are made. */
export async function warpedGrid(
  { gives, generator, latent }: Pick<Evolving, "gives" | "generator" | "latent">,
  runtime: Runtime,
): Promise<Float32Array<ArrayBuffer>[]> {
  if (gives !== "points" || latent.size !== 2) return [];
  const grid = latentGrid(latent.distribution === "normal" ? deviations : 1);
  const each = 2 * (steps + 1);
  const z = new Float32Array(grid.length * each);
  for (const [at, line] of grid.entries()) z.set(line, at * each);
  const { data } = await callNetwork(generator, tensor([z.length / 2, 2], z), runtime);
  return grid.map((_, at) => Float32Array.from(data.subarray(at * each, (at + 1) * each)));
}
