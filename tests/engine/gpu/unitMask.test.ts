import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { adaptiveMaxPool } from "../../../engine/gan/region.ts";
import { unitMask } from "../../../engine/gpu/kernels/unitMask.ts";
import { type HostTensor, tensor } from "../../../engine/tensor.ts";

interface Known {
  shape: number[];
  data: number[];
}
interface Case {
  mode: "ablate" | "insert" | "scale";
  units: number[];
  region: string;
  value?: number;
  changed: Known;
}

/** From gandissect, see known/intervention.json. */
const known = JSON.parse(readFileSync(new URL("known/intervention.json", import.meta.url), "utf8")) as {
  x: Known;
  regions: Record<string, Known | null>;
  regionsOnTheGrid: Record<string, Known>;
  cases: Case[];
};

function array({ shape, data }: Known): HostTensor {
  return tensor(shape, Float32Array.from(data));
}

const x = array(known.x);

function alphaOf(units: readonly number[]): HostTensor {
  return tensor(
    [6],
    Float32Array.from({ length: 6 }, (_, unit) => (units.includes(unit) ? 1 : 0)),
  );
}

const six = (value: number) => tensor([6], new Float32Array(6).fill(value));

function regionOf(name: string): HostTensor {
  const region = known.regions[name];
  if (!region) return tensor([1, 8, 8], new Float32Array(64).fill(1));
  const [h = 0, w = 0] = region.shape;
  return adaptiveMaxPool(array({ shape: [1, h, w], data: region.data }), 8, 8);
}

function unit(value: HostTensor, sample: number, index: number): number[] {
  const start = (sample * (value.shape[1] as number) + index) * 64;
  return [...value.data.subarray(start, start + 64)];
}

describe("unitMask against gandissect", () => {
  test.each(known.cases)("$mode in region $region", ({ mode, units, region, value = 0, changed }) => {
    const result = unitMask.reference([x, alphaOf(units), regionOf(region), six(value)], { mode });
    const expected = array(changed);
    for (const sample of [0, 1])
      for (const index of [0, 1, 2, 3, 4, 5]) {
        const at = units.indexOf(index);
        const want = at < 0 ? unit(x, sample, index) : unit(expected, sample, at);
        unit(result, sample, index).forEach((got, pixel) => {
          expect(got).toBeCloseTo(want[pixel] as number, 5);
        });
      }
  });

  test.each(Object.entries(known.regionsOnTheGrid))(
    "a region (%s) comes to the grid by adaptive max pooling",
    (name, on) => {
      expect([...regionOf(name).data]).toEqual([...Float32Array.from(on.data)]);
    },
  );
});

describe("unitMask", () => {
  test("takes a region for each sample", () => {
    const region = tensor([2, 8, 8], new Float32Array(128).fill(1, 64));
    const result = unitMask.reference([x, alphaOf([0]), region, six(7)], { mode: "insert" });
    expect(unit(result, 0, 0)).toEqual(unit(x, 0, 0));
    expect(unit(result, 1, 0)).toEqual(Array(64).fill(7));
  });

  test("takes a value for each unit", () => {
    const values = tensor([6], Float32Array.from([1, 2, 3, 4, 5, 6]));
    const result = unitMask.reference([x, alphaOf([1, 4]), regionOf("none"), values], { mode: "insert" });
    expect(unit(result, 0, 1)).toEqual(Array(64).fill(2));
    expect(unit(result, 1, 4)).toEqual(Array(64).fill(5));
    expect(unit(result, 1, 0)).toEqual(unit(x, 1, 0));
  });

  test("leaves its inputs as they were", () => {
    const before = [...x.data];
    unitMask.reference([x, alphaOf([0]), regionOf("none"), six(0)], { mode: "ablate" });
    expect([...x.data]).toEqual(before);
  });

  test("says what does not fit together", () => {
    const shape = (...inputs: number[][]) => unitMask.shape([...inputs, [6]], { mode: "ablate" });
    expect(shape([2, 6, 8, 8], [6], [1, 8, 8])).toEqual([2, 6, 8, 8]);
    expect(() => shape([2, 6, 8, 8], [5], [1, 8, 8])).toThrow("features have 6 units, the mask 5");
    expect(() => shape([2, 6, 8, 8], [6], [1, 4, 4])).toThrow("the region is 4x4, the features 8x8");
    expect(() => shape([2, 6, 8, 8], [6], [3, 8, 8])).toThrow(
      "features and region differ in samples: 2 and 3",
    );
  });
});
