/** A toy that trains: heavy, yields as it is wanted, keeps its state, and gives a number that depends on every step. */
import { type Checkpoints, createCheckpoints } from "../../engine/checkpoints.ts";
import type { Pace } from "../../engine/context.ts";
import { type Catalogue, defineNode, param, port } from "../../engine/node.ts";

export interface Trainer {
  /** One more node type, `train`. */
  readonly node: Catalogue;
  /** Every step that any of them made, and the pace heard after it. */
  readonly steps: { readonly seed: number; readonly step: number; readonly pace: Pace }[];
  /** Called in each step, before it is made. */
  during: (step: number) => unknown;
}

/** At "fast" it yields every tenth step, else each. It saves every tenth, where it may be left, and at the end. */
export function trainer(): Trainer {
  const steps: Trainer["steps"] = [];
  const result = (value: number) => ({ value: { type: "number" as const, value } });
  const train = defineNode({
    title: "Train",
    doc: "A toy.",
    icon: "dice-1",
    heavy: true,
    inputs: {},
    params: { seed: param.integer(1, "Seed."), steps: param.integer(20, "Steps.", { min: 1, max: 10_000 }) },
    outputs: { value: port("number") },
    compute: async function* (_, { seed, steps: of }, { checkpoint, pace, progress }) {
      let [step, state] = stateIn(await checkpoint?.load()) ?? [0, seed];
      while (step < of) {
        await it.during(step);
        state = (state * 31 + step++) % 65_521;
        progress(step, of);
        steps.push({ seed, step, pace: pace() });
        if (step === of || step % 10 === 0 || pace() === "step") await checkpoint?.save(bytesOf(step, state));
        if (step === of || (pace() === "fast" && step % 10 !== 0)) continue;
        const reached = bytesOf(step, state);
        checkpoint?.offer(async () => reached);
        yield result(state);
        checkpoint?.offer(null);
      }
      return result(state);
    },
  });
  const it: Trainer = { node: { train: { ...train, category: "toy" } }, steps, during: () => {} };
  return it;
}

/** What the toy ends with. */
export function trained(seed: number, steps: number): number {
  let state = seed;
  for (let step = 0; step < steps; step++) state = (state * 31 + step) % 65_521;
  return state;
}

const bytesOf = (step: number, state: number) => new TextEncoder().encode(JSON.stringify([step, state]));
const stateIn = (bytes: Uint8Array | null | undefined): [number, number] | null =>
  bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null;

/** Checkpoints in memory, and what was asked of them. */
export function heldCheckpoints(): Checkpoints & { readonly calls: string[]; readonly size: number } {
  const files = new Map<string, Uint8Array>();
  const calls: string[] = [];
  const held = createCheckpoints({
    list: async () => [...files].map(([name, { length }]) => ({ name, bytes: length, at: 0 })),
    read: async (name) => files.get(name) ?? Promise.reject(new Error(`there is no ${name}`)),
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
  });
  return {
    ...held,
    calls,
    get size() {
      return files.size;
    },
    open(key) {
      const own = held.open(key);
      const counted =
        <Args extends unknown[], Result>(name: string, work: (...args: Args) => Result) =>
        (...args: Args) => {
          calls.push(name);
          return work(...args);
        };
      return { ...own, load: counted("load", own.load), save: counted("save", own.save) };
    },
  };
}
