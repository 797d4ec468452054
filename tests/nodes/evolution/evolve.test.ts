import { describe, expect, it, vi } from "vitest";
import { createLibrary } from "../../../engine/library.ts";
import { modelFiles } from "../../../engine/modelFiles.ts";
import type { ModelLibrary } from "../../../engine/models.ts";
import type { Outputs } from "../../../engine/node.ts";
import { normals } from "../../../engine/random.ts";
import { sha256 } from "../../../engine/sha256.ts";
import { tensor } from "../../../engine/tensor.ts";
import type { Dataset, Evolution, Generator, Image, Latent, Points } from "../../../engine/values.ts";
import { unitMask } from "../../../nodes/dissection/unitMask.ts";
import { evolve } from "../../../nodes/evolution/evolve.ts";
import { evolvedAt } from "../../../nodes/evolution/evolvedAt.ts";
import { sampleEvolved } from "../../../nodes/evolution/sampleEvolved.ts";
import { convLayer } from "../../../nodes/generator/convLayer.ts";
import { generate } from "../../../nodes/generator/generate.ts";
import { projectLatent } from "../../../nodes/generator/projectLatent.ts";
import { toRGB } from "../../../nodes/generator/toRGB.ts";
import { sampleLatent } from "../../../nodes/latent/sampleLatent.ts";
import { distance } from "../../expectClose.ts";
import { numbersOf, runNode, wasmContext } from "../workbench.ts";

vi.setConfig({ testTimeout: 60_000 });

const few = { steps: 3, width: 8, depth: 2, batch: 8, evaluation: 16 };

const dataset = (shape: readonly number[], data?: Float32Array): Dataset => {
  const size = shape.reduce((a, b) => a * b, 1);
  const numbers = data ?? normals(1, "test", 0, size).map((x) => Math.max(-1, Math.min(1, 0.5 * x)));
  return { type: "dataset", tensor: tensor(shape, numbers) };
};

/** The last outputs of a run. */
async function run(
  data: Dataset,
  params: Readonly<Record<string, unknown>>,
  models: ModelLibrary = createLibrary(),
): Promise<{ evolution: Evolution; generator: Generator }> {
  const defaults = Object.entries(evolve.params).map(([name, spec]) => [name, spec.default]);
  const all = { ...Object.fromEntries(defaults), ...few, ...params };
  const key = sha256(JSON.stringify([data.tensor.shape, params]));
  const context = { ...(await wasmContext(models)), key, range: { from: 0, to: 1 } };
  const made = evolve.compute?.({ data }, all, context) as AsyncGenerator<Outputs, Outputs>;
  for (;;) {
    const { value, done } = await made.next();
    if (done) return value as unknown as { evolution: Evolution; generator: Generator };
  }
}

describe("evolve", () => {
  it("refuses what it can't learn from, and says what to do", async () => {
    const fault = (data: Dataset, params = {}) =>
      run(data, params).then(String, ({ message, cure }) => `${message}. ${cure}`);
    expect(await fault(dataset([0, 2], new Float32Array()))).toBe(
      "data holds no samples. A distribution is learned from two samples or more: give more data.",
    );
    expect(await fault(dataset([1, 2]))).toMatch(/^data holds one sample\. /);
    expect(await fault(dataset([5, 2]))).toBe(
      "batch is 8, but data holds 5 samples. Take a batch of 5 at most, or more data.",
    );
    const broken = normals(1, "test", 0, 40);
    broken[13] = Number.NaN;
    expect(await fault(dataset([20, 2], broken))).toBe(
      "data: sample 6 holds NaN. Remove samples with numbers that are not finite.",
    );
    expect(await fault(dataset([20, 2]), { mutations: "" })).toBe(
      "no mutation is chosen. Choose one or more of minimax, heuristic, leastSquares.",
    );
    expect(await fault(dataset([20, 2]), { network: "dcgan" })).toMatch(
      /^a convolutional network can't learn points\. /,
    );
    expect(await fault(dataset([20, 3, 12, 12]), { network: "dcgan" })).toMatch(
      /can't learn pictures of 12x12\. Choose mlp/,
    );
  });

  it("takes no rate of 0 or of 10, and no mutation that it does not know", () => {
    const { generatorRate, mutations } = evolve.params;
    expect(generatorRate?.accepts(0)).toBe(false);
    expect(generatorRate?.accepts(10)).toBe(false);
    expect(generatorRate?.expects).toBe("a finite number from 0.000001 to 1");
    expect(mutations?.accepts("heuristic, minimax")).toBe(true);
    expect(mutations?.accepts("heuristic, hinge")).toBe(false);
    expect(mutations?.expects).toBe("some of minimax, heuristic, leastSquares, with commas between");
  });

  it("gives a generator whose samples are those of its last survivor", async () => {
    const models = createLibrary();
    const { evolution, generator } = await run(dataset([32, 2]), {}, models);
    expect(evolution).toMatchObject({ gives: "points", generation: 3, model: generator.model });
    const { points } = await runNode(sampleEvolved, models, { generator }, { count: 5000, seed: 3 });
    const many = await numbersOf(points);
    expect(many.shape).toEqual([5000, 2]);
    const some = await runNode(sampleEvolved, models, { generator }, { count: 5, seed: 3 });
    expect(distance((await numbersOf(some["points"])).data, many.data.subarray(0, 10))).toBeLessThan(1e-6);
  });
});

describe.each([
  { network: "dcgan", size: 8, layers: ["4x4", "8x8"] },
  { network: "mlp", size: 8, layers: ["dense 1", "dense 2"] },
])("an evolved generator of pictures, $network", ({ network, size, layers }) => {
  const models = createLibrary();
  const evolved = run(dataset([32, 3, size, size]), { network, latent: 6, distribution: "normal" }, models);
  const latents = async () => {
    const { generator } = await evolved;
    const { z } = await runNode(sampleLatent, models, { evolved: generator }, { count: 3, seed: 5 });
    return z as Latent;
  };

  it("is run by generate on latents that know it", async () => {
    const { generator } = await evolved;
    const z = await latents();
    expect(z.generator).toBe(generator.model);
    expect(z.tensor.shape).toEqual([3, 6]);
    const { image, features } = await runNode(generate, models, { z, evolved: generator });
    expect((image as Image).tensor.shape).toEqual([3, 3, size, size]);
    expect(features).toMatchObject({ generator: generator.model, layer: layers.at(-1) });
    const same = await runNode(sampleEvolved, models, { generator }, { count: 3, seed: 5 });
    expect(distance((await numbersOf(same["images"])).data, (await numbersOf(image)).data)).toBeLessThan(
      1e-5,
    );
  });

  it("is taken apart into its layers, which together make the same picture", async () => {
    const { generator } = await evolved;
    const z = await latents();
    const { image } = await runNode(generate, models, { z, evolved: generator });
    let { features } = await runNode(projectLatent, models, { z });
    for (const layer of layers.slice(1)) {
      ({ features } = await runNode(convLayer, models, { features }));
      expect(features).toMatchObject({ layer });
    }
    const again = await runNode(toRGB, models, { features });
    expect(distance((await numbersOf(again["image"])).data, (await numbersOf(image)).data)).toBeLessThan(
      1e-5,
    );
  });

  it("shows another picture where its units are switched off", async () => {
    const z = await latents();
    const { features } = await runNode(projectLatent, models, { z });
    const rest = async (from: Outputs[string] | undefined) => {
      const next = await runNode(convLayer, models, { features: from });
      return (await numbersOf((await runNode(toRGB, models, next))["image"])).data;
    };
    const masked = await runNode(unitMask, models, { features }, { units: "0-7" });
    expect(distance(await rest(masked["features"]), await rest(features))).toBeGreaterThan(1e-4);
  });

  it("is written as an ONNX file and a card that a library loads", async () => {
    const { generator } = await evolved;
    const { card, bytes } = modelFiles(await models.get(generator.model), "mine");
    expect(card).toMatchObject({ id: "mine", onnx: "mine.onnx", kind: "generator" });
    const other = createLibrary();
    other.add(card, () => Promise.resolve(bytes));
    const { z } = await runNode(sampleLatent, other, {}, { generator: "mine", count: 3, seed: 5 });
    const { image } = await runNode(generate, other, { z }, { generator: "mine" });
    const ours = await runNode(generate, models, { z: await latents(), evolved: generator });
    expect(distance((await numbersOf(image)).data, (await numbersOf(ours["image"])).data)).toBeLessThan(1e-5);
  });
});

describe("evolvedAt", () => {
  it("gives the survivor of an earlier generation", async () => {
    const models = createLibrary();
    const { evolution } = await run(dataset([32, 2]), { steps: 6 }, models);
    const sample = async (generation: number) => {
      const { generator } = await runNode(evolvedAt, models, { evolution }, { generation });
      return (await runNode(sampleEvolved, models, { generator }, { count: 4 }))["points"] as Points;
    };
    const [first, fourth] = [await numbersOf(await sample(0)), await numbersOf(await sample(4))];
    expect(distance(first.data, fourth.data)).toBeGreaterThan(1e-5);
    const shorter = createLibrary();
    const { generator } = await run(dataset([32, 2]), { steps: 4 }, shorter);
    const expected = await runNode(sampleEvolved, shorter, { generator }, { count: 4 });
    expect(distance(fourth.data, (await numbersOf(expected["points"])).data)).toBeLessThan(1e-6);
  });

  it("says when there is nothing to go back to", async () => {
    const { evolution } = await run(dataset([32, 2]), {});
    const none = { ...evolution, snapshots: [] };
    await expect(runNode(evolvedAt, createLibrary(), { evolution: none })).rejects.toThrow(
      "the run has no generation yet",
    );
  });
});
