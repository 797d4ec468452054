import type { Child } from "../gan/evolution.ts";

/** (mu, lambda): the `count` fittest of the children alone, best first; the earlier of two that are equal (section 3.4). */
export function fittest(children: readonly Pick<Child, "fitness">[], count: number): number[] {
  return children
    .map(({ fitness }, at) => ({ fitness, at }))
    .sort((a, b) => b.fitness - a.fitness || a.at - b.at)
    .slice(0, count)
    .map(({ at }) => at);
}

/** F = Fq + gamma Fd, with Fd = -ln of the norm of the discriminator's gradient (section 3.3). */
export function fitnessOf(
  quality: number,
  norm: number,
  gamma: number,
): { diversity: number; fitness: number } {
  const diversity = -Math.log(norm);
  return { diversity, fitness: quality + gamma * diversity };
}
