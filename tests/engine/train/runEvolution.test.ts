import { describe, expect, it, vi } from "vitest";
import type { Runtime } from "../../../engine/context.ts";
import type { Evolving } from "../../../engine/gan/evolution.ts";
import { type HostTensor, type Tensor, tensor } from "../../../engine/tensor.ts";
import { runEvolution } from "../../../engine/train/runEvolution.ts";
import { wasm } from "../../nodes/workbench.ts";
import { allOf, contextOf, heaps, lastOf, memoryCheckpoint, small } from "./trial.ts";

vi.setConfig({ testTimeout: 60_000 });

const weightsOf = ({ generator }: Evolving) =>
  Object.values(generator.weights).flatMap(({ data }) => Array.from(data));

describe("a run of evolution", () => {
  it("is the same for the same seed, and another for another", async () => {
    const [once, again, other] = [
      await lastOf(small),
      await lastOf(small),
      await lastOf({ ...small, seed: 4 }),
    ];
    expect(weightsOf(again)).toEqual(weightsOf(once));
    expect(again.course).toEqual(once.course);
    expect(weightsOf(other)).not.toEqual(weightsOf(once));
  });

  it("begins with the same numbers whatever the pace", async () => {
    const slow = await allOf({ ...small, steps: 5 }, heaps, { pace: () => "slow" });
    expect(slow.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5]);
    expect(weightsOf(slow.at(-1) as Evolving)).toEqual(weightsOf(await lastOf({ ...small, steps: 5 })));
  });

  it("selects the fittest child, by quality and gamma times diversity", async () => {
    const values = await allOf(small, heaps, { pace: () => "slow" });
    for (const { children, course, generation } of values) {
      expect(children).toHaveLength(3);
      const best = children.reduce((a, b) => (b.fitness > a.fitness ? b : a));
      expect(best.survives).toBe(true);
      expect(children.filter(({ survives }) => survives)).toHaveLength(1);
      expect(course.survivors[generation - 1]).toBe(children.indexOf(best));
      for (const { quality, diversity, fitness } of children)
        expect(fitness).toBeCloseTo(quality + small.gamma * diversity, 6);
    }
  });

  it("keeps mu parents out of mu times the mutations", async () => {
    const { children, course } = await lastOf({ ...small, parents: 2, steps: 4 });
    expect(children.map(({ parent }) => parent)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(children.filter(({ survives }) => survives)).toHaveLength(2);
    expect(course.survivors).toHaveLength(8);
    expect(course.quality).toHaveLength(24);
  });

  it("picks at random without judging, evenly", async () => {
    const { children, course } = await lastOf({ ...small, selection: "random", steps: 90 });
    expect(children.every(({ fitness }) => Number.isNaN(fitness))).toBe(true);
    const counts = [0, 1, 2].map((child) => course.survivors.filter((one) => one === child).length);
    expect(Math.min(...counts)).toBeGreaterThan(15);
  });

  it("is a plain GAN with one mutation, where the only child survives", async () => {
    const { children, course } = await lastOf({ ...small, mutations: ["heuristic"] });
    expect(children.map(({ mutation, survives }) => [mutation, survives])).toEqual([["heuristic", true]]);
    expect([...course.survivors]).toEqual(new Array(12).fill(0));
  });

  it("learns: samples come closer to two heaps", { timeout: 60_000 }, async () => {
    const settings = { ...small, steps: 500, width: 16 };
    const { measured, snapshots } = await lastOf(settings);
    expect(measured[0]?.generation).toBe(0);
    expect(measured.at(-1)?.generation).toBe(500);
    const spreadOf = (samples: HostTensor | undefined) => {
      const { data } = samples as HostTensor;
      let sum = 0;
      for (let i = 0; i < data.length; i += 2)
        sum += Math.hypot(Math.abs(data[i] as number) - 1, data[i + 1] as number);
      return (2 * sum) / data.length;
    };
    expect(spreadOf(snapshots.at(-1)?.samples)).toBeLessThan(0.5 * spreadOf(snapshots[0]?.samples));
  });

  it("keeps a dozen snapshots, the first and the last among them", async () => {
    const { snapshots } = await lastOf({ ...small, steps: 25 });
    expect(snapshots.map(({ generation }) => generation)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 25]);
  });

  it("learns with normalisation over batches, and is looked at with what it has lately seen", async () => {
    const { discriminator } = await lastOf({ ...small, normalisation: "batch" });
    const runtime = await wasm();
    const at = async (points: number[]) => {
      const feeds = {
        ...discriminator.weights,
        [discriminator.input]: tensor([points.length / 2, 2], Float32Array.from(points)),
      };
      const { output } = await runtime.call(discriminator.program, feeds, ["output"]);
      return (output as HostTensor).data[0];
    };
    expect(await at([1, 0, 5, 5])).toBeCloseTo((await at([1, 0])) as number, 6);
  });
});

describe("a run that is left", () => {
  it("goes on from its checkpoint to the same end", async () => {
    const checkpoint = memoryCheckpoint();
    const run = runEvolution(small, heaps, await contextOf({ checkpoint, pace: () => "step" }));
    for (let i = 0; i < 5; i++) await run.next();
    const later = await allOf(small, heaps, { checkpoint, pace: () => "slow" });
    expect(later[0]?.generation).toBe(6);
    const whole = await lastOf(small);
    const resumed = later.at(-1) as Evolving;
    expect(weightsOf(resumed)).toEqual(weightsOf(whole));
    expect(resumed.course).toEqual(whole.course);
    expect(resumed.snapshots.map(({ samples }) => samples.data)).toEqual(
      whole.snapshots.map(({ samples }) => samples.data),
    );
    expect(resumed.children).toEqual(whole.children);
  });

  it("brings its end back at once where it had ended", async () => {
    const checkpoint = memoryCheckpoint();
    const whole = await lastOf(small, heaps, { checkpoint });
    const again = await allOf(small, heaps, { checkpoint, pace: () => "slow" });
    expect(again).toHaveLength(1);
    expect(weightsOf(again[0] as Evolving)).toEqual(weightsOf(whole));
  });

  it("begins anew where the checkpoint is torn or of another kind", async () => {
    const checkpoint = memoryCheckpoint();
    await lastOf(small, heaps, { checkpoint });
    for (const bytes of [
      new Uint8Array(3),
      new TextEncoder().encode("nothing of the kind"),
      checkpoint.bytes?.slice(0, 900),
    ]) {
      checkpoint.bytes = bytes ?? null;
      const [first] = await allOf({ ...small, steps: 2 }, heaps, { checkpoint, pace: () => "slow" });
      expect(first?.generation).toBe(1);
    }
  });
});

describe("a run that diverges", () => {
  it("stops at the last good generation and says so", async () => {
    const checkpoint = memoryCheckpoint();
    const runtime = await wasm();
    let calls = 0;
    const failing: Runtime = {
      ...runtime,
      async call(program, feeds, outputs) {
        const made = await runtime.call(program, feeds, outputs);
        if (outputs.includes("heuristic.weights") && ++calls === 4)
          for (const name of outputs.filter((each) => each.endsWith(".loss")))
            made[name] = tensor([], Float32Array.of(Number.NaN));
        return made;
      },
    };
    const values = await allOf(small, heaps, { runtime: failing, checkpoint });
    const last = values.at(-1) as Evolving;
    expect(last.generation).toBe(3);
    expect(last.diverged).toBe(
      "Generation 4 gave numbers that are not finite. The run stopped at generation 3, the last good one. Lower the rates.",
    );
    expect(weightsOf(last)).toEqual(weightsOf(await lastOf({ ...small, steps: 3 })));
    expect(checkpoint.bytes).not.toBeNull();
  });

  it("does so of itself at a rate that is far too high", { timeout: 60_000 }, async () => {
    const adam = { rate: 1, beta1: 0.5, beta2: 0.999 };
    const settings = { ...small, generatorAdam: adam, discriminatorAdam: adam, steps: 200, depth: 6 };
    const last = await lastOf(settings);
    expect(weightsOf(last).every(Number.isFinite)).toBe(true);
    expect(last.generation === 200 || last.diverged !== null).toBe(true);
  });
});

describe("what a run holds", () => {
  /** Counts tensors that were given out and not taken back, as on a GPU. */
  function counting(runtime: Runtime): Runtime & { live: Set<Tensor> } {
    const live = new Set<Tensor>();
    return {
      ...runtime,
      live,
      async call(program, feeds, outputs) {
        const made = await runtime.call(program, feeds, outputs);
        for (const value of Object.values(made)) live.add(value);
        return made;
      },
      release: (value) => void live.delete(value),
    };
  }

  it("does not grow over 200 generations", { timeout: 60_000 }, async () => {
    const runtime = counting(await wasm());
    const run = runEvolution(
      { ...small, steps: 200, parents: 2 },
      heaps,
      await contextOf({ runtime, pace: () => "slow" }),
    );
    const counts: number[] = [];
    for (;;) {
      const { done } = await run.next();
      counts.push(runtime.live.size);
      if (done) break;
    }
    expect(Math.max(...counts.slice(100))).toBeLessThanOrEqual(Math.max(...counts.slice(0, 20)));
  });
});
