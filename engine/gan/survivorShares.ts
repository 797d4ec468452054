import type { Course, Evolving } from "./evolution.ts";

type Survived = Pick<Evolving, "mutations" | "parents" | "generation"> & {
  readonly course: Pick<Course, "survivors">;
};

/** Generations `from` to `to`, both included and counted from 1, and the share of survivors by each mutation. */
export interface Shares {
  readonly from: number;
  readonly to: number;
  readonly shares: readonly number[];
}

/** The mutation by which each generation's best survivor came, as its place among the chosen; -1 where none is known. */
export function bestSurvivors({ mutations, parents, course }: Survived, last: number): number[] {
  const generations = Math.floor(course.survivors.length / parents);
  const shown = Math.min(last, generations);
  return Array.from({ length: shown }, (_, i) => {
    const child = course.survivors[(generations - shown + i) * parents] ?? -1;
    return child < 0 ? -1 : child % mutations.length;
  });
}

/** Shares over the generations `from` to `to`, both included and counted from 1. */
export function sharesOver({ mutations, parents, course }: Survived, from: number, to: number): Shares {
  const counts = mutations.map(() => 0);
  let all = 0;
  for (const child of course.survivors.subarray((from - 1) * parents, to * parents)) {
    if (child < 0) continue;
    counts[child % mutations.length] = (counts[child % mutations.length] ?? 0) + 1;
    all++;
  }
  return { from, to, shares: counts.map((count) => (all > 0 ? count / all : 0)) };
}

/** Shares over at most `most` stretches of the run, as equal in length as can be. */
export function shareBuckets(run: Survived, most: number): Shares[] {
  const generations = Math.floor(run.course.survivors.length / run.parents);
  const buckets = Math.min(most, generations);
  return Array.from({ length: buckets }, (_, i) =>
    sharesOver(
      run,
      Math.floor((i * generations) / buckets) + 1,
      Math.floor(((i + 1) * generations) / buckets),
    ),
  );
}
