import type { Runtime } from "./context.ts";
import type { EvolutionPicture, Samples } from "./evolutionPicture.ts";
import { callNetwork } from "./gan/callNetwork.ts";
import { discriminatorLevels } from "./gan/discriminatorLevels.ts";
import type { Child, Evolving, Snapshot } from "./gan/evolution.ts";
import { fitSquare } from "./gan/fitSquare.ts";
import { fixedLatents } from "./gan/fixedLatents.ts";
import { coverage } from "./gan/modeCoverage.ts";
import { bestSurvivors, shareBuckets, sharesOver } from "./gan/survivorShares.ts";
import { everyNth, thinByExtremes, thinByMean } from "./gan/thin.ts";
import { warpedGrid } from "./gan/warpedGrid.ts";
import { imagePixels } from "./imagePixels.ts";
import type { Plane } from "./plane.ts";
import { firstPairs, ringsOf } from "./planePreview.ts";
import type { HostTensor } from "./tensor.ts";
import type { Evolution } from "./values.ts";

/** How much of each is sent. */
const most = {
  points: 512,
  pictures: 16,
  childPoints: 128,
  childPictures: 9,
  snapshotPoints: 256,
  snapshots: 12,
  field: 64,
  curve: 256,
  childCurve: 128,
  buckets: 32,
  survivors: 56,
  recent: 400,
};

type Of = readonly [points: number, pictures: number];

/** What a person sees of a run at its last generation. Throws Fault where a network can't be run. */
export async function evolutionPreview(run: Evolution, runtime: Runtime): Promise<EvolutionPicture> {
  const { model, gives, generation, steps, seed, gamma, parents, mutations, selection, ms, diverged } = run;
  const z = fixedLatents(run, gives === "points" ? most.points : most.pictures);
  const made = await callNetwork(run.generator, z, runtime);
  const children = run.children.map((child) => childPicture(child, runtime));
  const snapshots = run.snapshots.slice(-most.snapshots).map((one) => snapshotPicture(one, run, runtime));
  return {
    ...{ model, gives, generation, steps, seed, gamma, parents, mutations, selection, ms, diverged },
    kind: "evolution",
    samples: await samplesOf(made, runtime, [most.points, most.pictures]),
    real: await samplesOf(run.real, runtime, [most.points, most.pictures]),
    plane: gives === "points" ? await planeUnder(run, made, runtime) : null,
    highQuality: run.modes && coverage(made.data, run.modes).highQuality,
    children: await Promise.all(children),
    survivors: bestSurvivors(run, most.survivors),
    recent: sharesOver(run, Math.max(1, generation - most.recent + 1), generation),
    shares: shareBuckets(run, most.buckets),
    measured: everyFew(run.measured, most.curve),
    ...curvesOf(run),
    snapshots: await Promise.all(snapshots),
  };
}

async function samplesOf(samples: HostTensor, runtime: Runtime, [points, pictures]: Of): Promise<Samples> {
  if (samples.shape.length === 2) return { kind: "points", points: firstPairs(samples.data, points) };
  const { width, height, samples: painted } = await imagePixels(samples, runtime, pictures);
  return { kind: "pictures", width, height, pictures: painted };
}

async function planeUnder(run: Evolving, made: HostTensor, runtime: Runtime): Promise<Omit<Plane, "points">> {
  const { real, modes, discriminator } = run;
  const square = fitSquare(0, { points: real.data, modes });
  const levels = await discriminatorLevels(discriminator, square, most.field, runtime);
  return {
    square,
    real: firstPairs(real.data, most.points),
    modes: ringsOf(modes, made.data),
    field: { size: most.field, levels: Uint8ClampedArray.from(levels, (level) => 255 * level) },
    grid: await warpedGrid(run, runtime),
  };
}

async function childPicture({ samples, ...child }: Child, runtime: Runtime) {
  return { ...child, samples: await samplesOf(samples, runtime, [most.childPoints, most.childPictures]) };
}

async function snapshotPicture(snapshot: Snapshot, { modes }: Evolving, runtime: Runtime) {
  const { generation, measured, samples } = snapshot;
  return {
    generation,
    measured,
    samples: await samplesOf(samples, runtime, [most.snapshotPoints, most.pictures]),
    modes: ringsOf(modes, samples.data),
  };
}

function curvesOf({ course, mutations, parents }: Evolving) {
  const children = mutations.length * parents;
  const each = (values: Float32Array) =>
    mutations.map((_, child) => thinByMean(everyNth(values, child, children), most.childCurve));
  return {
    discriminatorLoss: thinByExtremes(course.discriminatorLoss, most.curve),
    gradientNorm: thinByExtremes(course.gradientNorm, most.curve),
    quality: each(course.quality),
    diversity: each(course.diversity),
  };
}

/** At most so many of a list, evenly spaced, the last among them. */
function everyFew<T>(list: readonly T[], limit: number): T[] {
  if (list.length <= limit) return [...list];
  return Array.from(
    { length: limit },
    (_, i) => list[Math.round((i * (list.length - 1)) / (limit - 1))] as T,
  );
}
