import type { Evolution } from "../../engine/values.ts";

/** A run as numbers that can be read again: its settings, its course and its children; without pictures and networks. */
export function evolutionJson(run: Evolution): object {
  const { gives, generation, steps, seed, gamma, parents, mutations, selection, diverged } = run;
  const { discriminatorLoss, gradientNorm, quality, diversity, survivors } = run.course;
  return {
    ...{ gives, generation, steps, seed, gamma, parents, mutations, selection, diverged },
    course: {
      discriminatorLoss: plain(discriminatorLoss),
      gradientNorm: plain(gradientNorm),
      quality: plain(quality),
      diversity: plain(diversity),
      survivors: [...survivors],
    },
    children: run.children.map(({ samples: _, ...child }) => ({
      ...child,
      quality: orNull(child.quality),
      diversity: orNull(child.diversity),
      fitness: orNull(child.fitness),
    })),
    measured: run.measured,
    snapshots: run.snapshots.map((snapshot) => ({
      generation: snapshot.generation,
      measured: snapshot.measured,
    })),
  };
}

/** JSON knows no number that is not finite. */
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
const plain = (values: Float32Array): (number | null)[] => Array.from(values, orNull);
