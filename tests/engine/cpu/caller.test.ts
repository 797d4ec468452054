import { describe, expect, it, vi } from "vitest";
import { createCpuCaller } from "../../../engine/cpu/caller.ts";
import type { Program } from "../../../engine/models.ts";
import { inputNames, shapeOf } from "../../../engine/onnx/model.ts";
import { type HostTensor, sizeOf, tensor } from "../../../engine/tensor.ts";
import { generatorModel } from "../../../engine/train/generatorModel.ts";
import { normalisations } from "../../../engine/train/normalise.ts";
import { openPrograms } from "../../../engine/train/openPrograms.ts";
import type { EvolveSettings } from "../../../engine/train/settings.ts";
import { distance } from "../../expectClose.ts";
import { onOrt } from "../onnx/onOrt.ts";
import { smallPictures, smallSettings } from "../train/smallRun.ts";
import { allOf } from "../train/trial.ts";
import { numbers } from "./numbers.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Feeds that fit; all above 0, as the state of an optimiser has to be, and batches of 7 where their number is free. */
function feedsOf({ graph }: Program): Record<string, HostTensor> {
  return Object.fromEntries(
    inputNames(graph).map((name, at) => {
      const shape = (shapeOf(graph, name) ?? []).map((extent) => (typeof extent === "number" ? extent : 7));
      const data = numbers(sizeOf(shape), () => true, at + 1);
      const positive = ["v", "first", "second"].includes(name) || name.endsWith(".variance");
      return [name, tensor(shape, positive ? data.map((x) => Math.abs(x) + 0.1) : data.map((x) => 0.3 * x))];
    }),
  );
}

/** The largest difference, against the largest number where that is above 1. */
function gap(a: HostTensor, b: HostTensor): number {
  const largest = Array.from(b.data).reduce((most, x) => Math.max(most, Math.abs(x)), 1);
  return distance(a.data, b.data) / largest;
}

async function expectKnown(settings: EvolveSettings, sample: readonly number[]): Promise<void> {
  const [own, ort, programs] = [createCpuCaller(), await onOrt(), await openPrograms(settings, sample)];
  const asked = [
    [programs.discriminator, programs.discriminatorOutputs],
    [programs.realGradient, ["gradient"]],
    [programs.children, programs.childOutputs(true)],
    [programs.generator, ["output", "features_0"]],
    [programs.judge, ["output"]],
  ] as const;
  for (const [program, outputs] of asked) {
    const feeds = feedsOf(program);
    const [made, expected] = [await own.call(program, feeds, outputs), await ort(program, feeds, outputs)];
    for (const name of outputs) {
      expect(made?.[name]?.shape, name).toEqual(expected[name]?.shape);
      expect(gap(made?.[name] as HostTensor, expected[name] as HostTensor), name).toBeLessThan(1e-4);
    }
  }
}

describe("own kernels on the CPU", () => {
  it.each(normalisations)(
    "train dense networks for points as onnxruntime does, normalisation %s",
    async (normalisation) => {
      await expectKnown({ ...smallSettings, width: 36, normalisation }, [2]);
    },
  );

  it.each(normalisations)(
    "train dense networks for pictures as onnxruntime does, normalisation %s",
    async (normalisation) => {
      await expectKnown({ ...smallSettings, normalisation }, [3, 4, 4]);
    },
  );

  it.each(normalisations)(
    "train convolutional networks as onnxruntime does, normalisation %s",
    async (normalisation) => {
      const { settings } = smallPictures;
      await expectKnown({ ...settings, width: 12, normalisation }, [3, 16, 16]);
    },
  );

  it("run an evolved generator as a model", async () => {
    const evolved = (await allOf({ ...smallSettings, steps: 2 })).at(-1) as Parameters<
      typeof generatorModel
    >[0];
    const model = generatorModel(evolved, { id: "own", identity: "own" });
    const z = tensor([5, 2], numbers(10));
    const made = await createCpuCaller().call(model, { [evolved.generator.input]: z }, [
      evolved.generator.output,
    ]);
    const { program, weights, input, output } = evolved.generator;
    const expected = await (await onOrt())(program, { ...weights, [input]: z }, [output]);
    expect(gap(made?.[output] as HostTensor, expected[output] as HostTensor)).toBeLessThan(1e-6);
  });

  it("give the same numbers again, whatever else ran in between", async () => {
    const own = createCpuCaller();
    const programs = await openPrograms(smallSettings, [2]);
    const run = (program: Program, outputs: readonly string[]) =>
      own.call(program, feedsOf(program), outputs);
    const once = await run(programs.realGradient, ["gradient"]);
    const kept = once?.["gradient"]?.data.slice();
    await run(programs.children, programs.childOutputs(true));
    expect(once?.["gradient"]?.data).toEqual(kept);
    expect(await run(programs.realGradient, ["gradient"])).toEqual(once);
  });
});
