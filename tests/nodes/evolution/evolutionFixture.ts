/** Runs of evolution as they might stand, made up: networks that are formulas, courses that are drawn by a seed. */
import type { Child, Course, Evolving, Measured, Modes, Network } from "../../../engine/gan/evolution.ts";
import { mutations } from "../../../engine/gan/evolution.ts";
import { stream } from "../../../engine/random.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";
import type { Evolution } from "../../../engine/values.ts";
import { onnx, type Spec } from "../../engine/onnx/build.ts";

const floats = (shape: number[], data: readonly number[]): HostTensor =>
  tensor(shape, Float32Array.from(data));

/** 25 modes of a grid, as the paper's toy data has them. */
export const grid: Modes = {
  centres: [-2, -1, 0, 1, 2].flatMap((row) =>
    [-2, -1, 0, 1, 2].map((at) => [at / Math.SQRT2, row / Math.SQRT2] as const),
  ),
  sigma: 0.05 / 2.828,
};

function network(
  id: string,
  spec: Spec,
  weights: Network["weights"],
  input: string,
  output: string,
): Network {
  return { program: { graph: onnx(spec), sha256: `${id} of the fixture` }, input, output, weights };
}

/** A staircase with five steps in each coordinate: most latents fall on a step, a few between two. */
export function stairs(sharpness = 12): Network {
  const spec: Spec = {
    inputs: { z: ["n", 2], sharp: [1], slope: [1] },
    outputs: { points: ["n", 2] },
    weights: {
      last: { dims: [1], data: [2], int64: true },
      edges: { dims: [4], data: [-0.6, -0.2, 0.2, 0.6] },
      height: { dims: [1], data: [0.7072 / 2] },
    },
    nodes: [
      { op: "Unsqueeze", in: ["z", "last"], out: ["deep"] },
      { op: "Sub", in: ["deep", "edges"], out: ["off"] },
      { op: "Mul", in: ["off", "sharp"], out: ["steep"] },
      { op: "Tanh", in: ["steep"], out: ["bent"] },
      { op: "ReduceSum", in: ["bent", "last"], out: ["sum"], ints: { keepdims: 0 } },
      { op: "Mul", in: ["sum", "height"], out: ["stair"] },
      { op: "Mul", in: ["z", "slope"], out: ["tilt"] },
      { op: "Add", in: ["stair", "tilt"], out: ["points"] },
    ],
  };
  const weights = { sharp: floats([1], [sharpness]), slope: floats([1], [0.04]) };
  return network("stairs", spec, weights, "z", "points");
}

/** Logits that are high near the centres: log of a sum of bells, less `level`. */
export function bells({ centres }: Modes, width = 0.2): Network {
  const k = centres.length;
  const spec: Spec = {
    inputs: { x: ["n", 2], centres: [k, 2], narrow: [1], level: [1] },
    outputs: { logits: ["n", 1] },
    weights: {
      middle: { dims: [1], data: [1], int64: true },
      last: { dims: [1], data: [2], int64: true },
      axis: { dims: [1], data: [1], int64: true },
    },
    nodes: [
      { op: "Unsqueeze", in: ["x", "middle"], out: ["rows"] },
      { op: "Sub", in: ["rows", "centres"], out: ["apart"] },
      { op: "Mul", in: ["apart", "apart"], out: ["squares"] },
      { op: "ReduceSum", in: ["squares", "last"], out: ["distances"], ints: { keepdims: 0 } },
      { op: "Mul", in: ["distances", "narrow"], out: ["scaled"] },
      { op: "Exp", in: ["scaled"], out: ["bells"] },
      { op: "ReduceSum", in: ["bells", "axis"], out: ["sum"], ints: { keepdims: 1 } },
      { op: "Add", in: ["sum", "level"], out: ["logits"] },
    ],
  };
  const weights = {
    centres: floats([k, 2], centres.flat()),
    narrow: floats([1], [-1 / (2 * width * width)]),
    level: floats([1], [-1.6]),
  };
  return network(`bells ${k}`, spec, weights, "x", "logits");
}

/** Pictures 3 x 8 x 8 that are waves: tanh of a latent of four through a fixed matrix. */
function waves(): Network {
  const matrix = Array.from({ length: 4 * 192 }, (_, i) => {
    const [row, at] = [Math.floor(i / 192), i % 192];
    const [channel, y, x] = [Math.floor(at / 64), Math.floor((at % 64) / 8), at % 8];
    return 1.5 * Math.sin((row + 1) * 0.4 * x + (row % 2) * 0.9 * y + channel * (row + 1));
  });
  const spec: Spec = {
    inputs: { z: ["n", 4], matrix: [4, 192] },
    outputs: { pictures: ["n", 3, 8, 8] },
    weights: { shape: { dims: [4], data: [-1, 3, 8, 8], int64: true } },
    nodes: [
      { op: "MatMul", in: ["z", "matrix"], out: ["flat"] },
      { op: "Tanh", in: ["flat"], out: ["bound"] },
      { op: "Reshape", in: ["bound", "shape"], out: ["pictures"] },
    ],
  };
  return network("waves", spec, { matrix: floats([4, 192], matrix) }, "z", "pictures");
}

/** Points around the centres, `spread` deviations wide, the first `among` of them alone. */
export function scattered(
  { centres, sigma }: Modes,
  n: number,
  spread = 1,
  among = centres.length,
): HostTensor {
  const next = stream(7, "scattered", Math.round(10 * spread));
  const data = Float32Array.from({ length: 2 * n }, (_, i) => {
    const centre = centres[Math.floor(i / 2) % among] ?? [0, 0];
    return (centre[i % 2] ?? 0) + sigma * spread * (next() + next() + next() - 1.5) * 2;
  });
  return tensor([n, 2], data);
}

function pictures(n: number, shade: number): HostTensor {
  const data = Float32Array.from({ length: n * 192 }, (_, i) =>
    Math.sin(i * 0.05 * shade + Math.floor(i / 192)),
  );
  return tensor([n, 3, 8, 8], data);
}

/** A course in which least squares comes to win; numbers wander around what a real run shows. */
function courseOf(generation: number, parents: number, selection: Evolving["selection"]): Course {
  const next = stream(1, "course", 0);
  const wander = (at: number) => at + 0.3 * (next() - 0.5);
  const children = mutations.length * parents;
  const judged = selection === "fitness";
  const over = (n: number, value: (at: number) => number) =>
    Float32Array.from({ length: n }, (_, at) => value(at));
  return {
    discriminatorLoss: over(generation, (at) => wander(1.2 + Math.exp(-at / 300))),
    gradientNorm: over(generation, (at) => Math.abs(wander(0.3 + (at % 900 === 0 ? 3 : 0)))),
    quality: over(generation * children, (at) => (judged ? wander(0.3 + 0.1 * (at % 3)) : Number.NaN)),
    diversity: over(generation * children, (at) => (judged ? wander(-2.4 + 0.2 * (at % 3)) : Number.NaN)),
    survivors: Int16Array.from({ length: generation * parents }, (_, at) => {
      const learnt = Math.min(0.92, 0.1 + at / (parents * 2600));
      return (at % parents) * 3 + (next() < learnt ? 2 : next() < 0.7 ? 0 : 1);
    }),
  };
}

function childrenOf(
  samples: (at: number) => HostTensor,
  run: Pick<Evolving, "gamma" | "parents" | "selection">,
): Child[] {
  const numbers = [
    [0.418, -2.23, 0.61],
    [0.142, -2.72, 1.94],
    [0.425, -2.17, 0.33],
  ] as const;
  const all = Array.from({ length: run.parents }, () => numbers).flat();
  return all.map(([quality, diversity, loss], child) => {
    const judged = run.selection === "fitness";
    const at = child % numbers.length;
    return {
      parent: Math.floor(child / numbers.length),
      mutation: mutations[at] ?? "minimax",
      loss,
      quality: judged ? quality : Number.NaN,
      diversity: judged ? diversity : Number.NaN,
      fitness: judged ? quality + run.gamma * diversity : Number.NaN,
      survives: at === 2,
      samples: samples(at),
    };
  });
}

/** A dozen snapshots at most, the first of generation 0. */
function snapshotsOf(run: Pick<Evolving, "generation" | "gives" | "generator">): Evolving["snapshots"] {
  const count = Math.min(11, run.generation + 1);
  return Array.from({ length: count }, (_, at) => {
    const share = count > 1 ? at / (count - 1) : 0;
    const generation = Math.round(share * run.generation);
    const points = run.gives === "points";
    const spread = at === 0 ? 0.4 : 1 + 9 * (1 - share);
    return {
      generation,
      samples: points ? scattered(grid, 256, spread, 1 + Math.round(23 * share)) : pictures(16, 1 + share),
      measured: points ? { generation, modes: Math.round(24 * share), highQuality: 0.58 * share } : null,
      weights: run.generator.weights,
    };
  });
}

const measuredOver = (generation: number): Measured[] =>
  Array.from({ length: Math.floor(generation / 40) + 1 }, (_, i) => ({
    generation: 40 * i,
    modes: Math.min(25, Math.round((25 * i) / (10 + i) + (i % 3) - (i % 7 === 6 ? 6 : 0))),
    highQuality: (0.6 * i) / (8 + i),
  }));

type Changed = Partial<Omit<Evolving, "gives">>;

/** A run over points, `generation` of 6,000 generations in. */
export function pointsEvolution(changed: Changed = {}): Evolution {
  const base = { generation: 3600, gamma: 0.025, parents: 1, selection: "fitness" as const, ...changed };
  const generator = stairs();
  const run = { ...base, gives: "points" as const, generator };
  return {
    type: "evolution",
    steps: 6000,
    seed: 1,
    layers: [],
    model: "evolved-fixture",
    mutations,
    ms: 22,
    diverged: null,
    children: base.generation > 0 ? childrenOf((at) => scattered(grid, 256, 3 + 2 * at, 25), base) : [],
    course: courseOf(base.generation, base.parents, base.selection),
    measured: measuredOver(base.generation),
    snapshots: snapshotsOf(run),
    real: scattered(grid, 500),
    modes: grid,
    latent: { size: 2, distribution: "uniform" },
    discriminator: bells(grid),
    ...run,
  };
}

/** A run over pictures of 8 x 8. */
export function imagesEvolution(changed: Changed = {}): Evolution {
  const base = { generation: 800, gamma: 0.01, parents: 1, selection: "fitness" as const, ...changed };
  const generator = waves();
  const run = { ...base, gives: "images" as const, generator };
  return {
    ...pointsEvolution(base),
    children: base.generation > 0 ? childrenOf((at) => pictures(16, at + 1), base) : [],
    measured: [],
    snapshots: snapshotsOf(run),
    real: pictures(16, 3),
    modes: null,
    latent: { size: 4, distribution: "normal" },
    ...run,
  };
}
