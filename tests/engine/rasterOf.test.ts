import { describe, expect, it } from "vitest";
import { rasterOf } from "../../engine/rasterOf.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";
import type { Value } from "../../engine/values.ts";
import { fakeRuntime } from "./toys.ts";

const runtime = fakeRuntime();
const numbers = (shape: number[], value: (i: number) => number): HostTensor =>
  tensor(
    shape,
    Float32Array.from({ length: shape.reduce((n, k) => n * k, 1) }, (_, i) => value(i)),
  );
const look = (sample: number, unit: number | null = null) => ({ sample, from: 0, samples: null, unit });
const features: Value = {
  type: "features",
  generator: null,
  layer: null,
  tensor: numbers([2, 3, 1, 2], (i) =>
    Math.floor(i / 2) % 3 === 1 ? (i % 2) * 10.5 : 0.25 + Math.floor(i / 6),
  ),
};

describe("one sample at full size", () => {
  it("has the picture's own numbers, not those of its colours", async () => {
    const image: Value = { type: "image", tensor: numbers([2, 3, 1, 2], (i) => i / 10) };
    const raster = await rasterOf(image, runtime, look(1));
    expect(raster).toMatchObject({ type: "image", width: 2, height: 1, samples: 2, sample: 1, unit: null });
    expect([...raster.values]).toEqual([6, 7, 8, 9, 10, 11].map((i) => Math.fround(i / 10)));
    expect([...raster.pixels]).toHaveLength(8);
  });

  it("shows of maps the unit that varies most, or the one asked for, within what there is", async () => {
    expect(await rasterOf(features, runtime, look(1))).toMatchObject({ unit: 1, units: 3, sample: 1 });
    expect([...(await rasterOf(features, runtime, look(0))).values]).toEqual([0, 10.5]);
    const last = await rasterOf(features, runtime, look(9, 9));
    expect(last).toMatchObject({ unit: 2, sample: 1 });
    expect([...last.values]).toEqual([1.25, 1.25]);
  });

  it("names classes, and knows where a part of a batch lies", async () => {
    const ids = tensor([2, 1, 2], Int32Array.of(0, 1, 2, 1));
    const value: Value = { type: "segmentation", tensor: ids, classes: ["none", "sky", "tree"], ignore: [] };
    const raster = await rasterOf(value, runtime, { sample: 65, from: 64, samples: 900, unit: null });
    expect(raster).toMatchObject({ samples: 900, sample: 65, classes: ["none", "sky", "tree"] });
    expect([...raster.values]).toEqual([2, 1]);
  });

  it("is refused for what is no picture, and hands out no memory of the store", async () => {
    const z: Value = { type: "latent", generator: null, tensor: numbers([1, 4], (i) => i) };
    await expect(rasterOf(z, runtime, look(0))).rejects.toThrow("a latent is no picture");
    const raster = await rasterOf(features, runtime, look(0, 1));
    expect(raster.values.buffer).not.toBe((features as { tensor: HostTensor }).tensor.data.buffer);
  });
});
