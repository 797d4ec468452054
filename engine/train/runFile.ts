/** A run as bytes, so that it can be taken up where it was left: a head in JSON, then the numbers. */
import type { Child, Course, Measured, Mutation } from "../gan/evolution.ts";
import { type HostTensor, tensor } from "../tensor.ts";
import type { Evolver } from "./Evolver.ts";
import type { EvolverState, Learner } from "./evolverState.ts";
import type { History } from "./History.ts";

/** All that a run is taken up from. */
export interface SavedRun {
  readonly state: EvolverState;
  readonly course: Course;
  readonly history: Pick<History, "measured" | "snapshots">;
}

/** Raised when the layout changes: what an earlier version wrote is then begun anew. */
const version = 1;

/** Where numbers lie: in place of an array. */
interface Stored {
  readonly at: number;
  readonly shape: readonly number[];
  readonly kind: "float32" | "int16";
}

export async function writeRun(evolver: Evolver, history: History): Promise<Uint8Array> {
  const parts: (Float32Array | Int16Array)[] = [];
  let length = 0;
  const keep = (data: Float32Array | Int16Array, shape: readonly number[] = [data.length]): Stored => {
    parts.push(data);
    const at = length;
    length += Math.ceil(data.byteLength / 4) * 4;
    return { at, shape, kind: data instanceof Int16Array ? "int16" : "float32" };
  };
  const host = ({ data, shape }: HostTensor) => keep(data as Float32Array, shape);
  const learner = async ({ weights, m, v, step }: Learner) => ({
    weights: host(await evolver.read(weights)),
    m: host(await evolver.read(m)),
    v: host(await evolver.read(v)),
    step,
  });
  const { state, course } = evolver;
  const head = {
    version,
    generation: state.generation,
    parents: await Promise.all(
      state.parents.map(async (parent) => ({ ...(await learner(parent)), samples: host(parent.samples) })),
    ),
    discriminator: await learner(state.discriminator),
    statistics: each(state.statistics, host),
    children: state.children.map((child) => ({
      ...child,
      // JSON has no NaN.
      judged: [child.quality, child.diversity, child.fitness].every(Number.isFinite),
      samples: host(child.samples),
    })),
    course: Object.fromEntries(Object.entries(course).map(([name, numbers]) => [name, keep(numbers)])),
    measured: history.measured,
    snapshots: history.snapshots.map(({ samples, weights, ...rest }) => ({
      ...rest,
      samples: host(samples),
      weights: each(weights, host),
    })),
  };
  return joined(new TextEncoder().encode(JSON.stringify(head)), parts, length);
}

function joined(head: Uint8Array, parts: readonly (Float32Array | Int16Array)[], length: number): Uint8Array {
  const start = 4 + Math.ceil(head.length / 4) * 4;
  const bytes = new Uint8Array(start + length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  let at = start;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += Math.ceil(part.byteLength / 4) * 4;
  }
  return bytes;
}

/** null where the bytes are no run, or one of another version. */
export function readRun(bytes: Uint8Array): SavedRun | null {
  try {
    return parseRun(bytes);
  } catch {
    return null;
  }
}

type Saved<T> = {
  readonly [K in keyof T]: T[K] extends HostTensor | Float32Array | Int16Array ? Stored : T[K];
};
interface SavedLearner {
  readonly weights: Stored;
  readonly m: Stored;
  readonly v: Stored;
  readonly step: number;
}
interface Head {
  readonly version: number;
  readonly generation: number;
  readonly parents: readonly (SavedLearner & { readonly samples: Stored })[];
  readonly discriminator: SavedLearner;
  readonly statistics: Readonly<Record<string, Stored>>;
  readonly children: readonly (Saved<Child> & { readonly judged: boolean })[];
  readonly course: Readonly<Record<keyof Course, Stored>>;
  readonly measured: readonly Measured[];
  readonly snapshots: readonly {
    readonly generation: number;
    readonly measured: Measured | null;
    readonly samples: Stored;
    readonly weights: Readonly<Record<string, Stored>>;
  }[];
}

function each<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function parseRun(bytes: Uint8Array): SavedRun | null {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Head;
  if (head.version !== version) return null;
  const numbers = bytes.slice(4 + Math.ceil(size / 4) * 4).buffer;
  const floats = ({ at, shape }: Stored) =>
    new Float32Array(
      numbers,
      at,
      shape.reduce((a, b) => a * b, 1),
    ).slice();
  const host = (stored: Stored) => tensor(stored.shape, floats(stored));
  const learner = ({ weights, m, v, step }: SavedLearner): Learner => ({
    weights: host(weights),
    m: host(m),
    v: host(v),
    step,
  });
  const { survivors, ...curves } = head.course;
  return {
    state: {
      generation: head.generation,
      parents: head.parents.map((parent) => ({ ...learner(parent), samples: host(parent.samples) })),
      discriminator: learner(head.discriminator),
      statistics: each(head.statistics, host),
      children: head.children.map(({ judged, samples, ...child }) => ({
        ...child,
        ...(judged ? {} : { quality: Number.NaN, diversity: Number.NaN, fitness: Number.NaN }),
        mutation: child.mutation as Mutation,
        samples: host(samples),
      })),
    },
    course: {
      discriminatorLoss: floats(curves.discriminatorLoss),
      gradientNorm: floats(curves.gradientNorm),
      quality: floats(curves.quality),
      diversity: floats(curves.diversity),
      survivors: new Int16Array(numbers, survivors.at, survivors.shape[0]).slice(),
    },
    history: {
      measured: [...head.measured],
      snapshots: head.snapshots.map(({ samples, weights, ...rest }) => ({
        ...rest,
        samples: host(samples),
        weights: each(weights, host),
      })),
    },
  };
}
