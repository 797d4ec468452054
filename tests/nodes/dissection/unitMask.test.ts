import { describe, expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Mask, Units } from "../../../engine/values.ts";
import { unitMask } from "../../../nodes/dissection/unitMask.ts";
import { distance, type Known } from "../../expectClose.ts";
import known from "../known/intervention.json" with { type: "json" };
import { features, libraryOf, numbersOf, runNode, thresholds } from "../workbench.ts";

const models = libraryOf();
const given = Float32Array.from(known.x.data);
const x = features("tiny", "8x8", known.x);
const mask = ({ shape, data }: Known): Mask => ({
  type: "mask",
  tensor: tensor([1, ...shape], Float32Array.from(data)),
});
const regions = known.regions as Record<string, Known | null>;

/** What left the node: the chosen units in order, and how far all others moved. */
async function edit(chosen: readonly number[], inputs: object, params: object) {
  const made = await runNode(unitMask, models, { features: x, ...inputs }, { ...params });
  const { data, shape } = await numbersOf(made.features);
  expect(shape).toEqual([2, 6, 8, 8]);
  const maps = Array.from({ length: 12 }, (_, map) => data.subarray(map * 64, (map + 1) * 64));
  const before = (map: number) => given.slice(map * 64, (map + 1) * 64);
  const changed = [0, 6].flatMap((sample) => chosen.flatMap((unit) => [...(maps[sample + unit] ?? [])]));
  const others = maps.map((map, at) => (chosen.includes(at % 6) ? 0 : distance(map, before(at))));
  return { changed, moved: Math.max(...others) };
}

test.each(known.cases)("$mode $units, region $region, as the published code", async (each) => {
  const { mode, units, region, changed } = each;
  const value = "value" in each ? { value: each.value } : {};
  const area = regions[region];
  const made = await edit(units, area ? { region: mask(area) } : {}, {
    mode,
    units: units.join(", "),
    ...value,
  });
  expect(distance(made.changed, changed.data)).toBeLessThan(1e-5);
  expect(made.moved).toBe(0);
});

test("blends by a soft region", async () => {
  const { region, units, mode, value, changed } = known.softRegion;
  const made = await edit(units, { region: mask(region) }, { mode, value, units: units.join() });
  expect(distance(made.changed, changed.data)).toBeLessThan(1e-5);
});

test("takes a region a sample", async () => {
  const two: Mask = { type: "mask", tensor: tensor([2, 1, 1], new Float32Array([0, 1])) };
  const made = await runNode(unitMask, models, { features: x, region: two }, { units: "0" });
  const { data } = await numbersOf(made.features);
  expect(distance(data.subarray(0, 64), given.slice(0, 64))).toBe(0);
  expect(data.subarray(384, 448).every((value) => value === 0)).toBe(true);
});

test("composes: two edits one after the other are one edit by the published rule", async () => {
  const { first, second, out } = known.composition;
  const once = async (from: object, { units, value, alpha, region }: typeof first) => {
    const area = regions[region] as Known;
    const faded = { ...area, data: area.data.map((level) => level * alpha) };
    const inputs = { features: x, ...from, region: mask(faded) };
    return runNode(unitMask, models, inputs, { mode: "insert", units: units.join(), value });
  };
  const { data } = await numbersOf((await once(await once({}, first), second)).features);
  expect(distance(data, out.data)).toBeLessThan(1e-5);
});

test("takes a level for each unit in place of one value", async () => {
  const levels = thresholds([0, 1, 2, 3, 4, 5]);
  const made = await edit([2, 5], { levels }, { mode: "insert", units: "2, 5" });
  expect(new Set(made.changed.slice(0, 64))).toEqual(new Set([2]));
  expect(new Set(made.changed.slice(64, 128))).toEqual(new Set([5]));
});

describe("the units", () => {
  const units: Units = { type: "units", generator: "tiny", layer: "8x8", units: [4] };

  test("that are wired take the place of the param", async () => {
    const made = await edit([4], { units }, { units: "1, 2" });
    expect(made.changed.every((value) => value === 0)).toBe(true);
    expect(made.moved).toBe(0);
  });

  test("are none where nobody chose any", async () => {
    expect((await edit([], {}, {})).moved).toBe(0);
  });

  test("must be units of the layer", async () => {
    await expect(edit([], {}, { units: "2-6" })).rejects.toMatchObject({
      message: "there is no unit 6: the layer has 6 units",
      port: "units",
      cure: "Choose units from 0 to 5.",
    });
  });

  test("must be of the layer that the features left", async () => {
    await expect(edit([], { units: { ...units, layer: "4x4" } }, {})).rejects.toThrow(
      "the units are of 4x4 of tiny, the features of 8x8 of tiny",
    );
  });

  test("of a fed list fit any layer", async () => {
    const made = await edit([4], { units: { ...units, layer: null, generator: null } }, {});
    expect(made.changed.every((value) => value === 0)).toBe(true);
  });
});
