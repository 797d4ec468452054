import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outputs, Values } from "../../../engine/node.ts";
import { slice } from "../../../engine/tensor.ts";
import { isBatched, tensorOf } from "../../../engine/values.ts";
import { catalogue } from "../../../nodes/index.ts";
import { gaussian } from "../arrays.ts";
import { tinySegmenter } from "../tinySegmenter.ts";
import { traditionalGenerator } from "../traditionalGenerator.ts";
import { features, libraryOf, segmentation, thresholds, wasm, wasmContext } from "../workbench.ts";
import { filled, image } from "./throughGraph.ts";

const n = 7;
const models = libraryOf(traditionalGenerator(), tinySegmenter());
/** Ids without names, of which only late samples hold the higher ones. */
const ids = (shift: number) =>
  segmentation({
    shape: [n, 5, 3],
    data: Array.from({ length: n * 15 }, (_, i) => (i * 7 + shift) % (2 + Math.floor(i / 30))),
  });
const maps = features(null, null, gaussian(1, n, 3, 4, 4));
/** Peaks that tie, and one map of NaN alone. */
const tied = features(null, null, {
  shape: [n, 2, 2, 2],
  data: Array.from({ length: n * 8 }, (_, i) => (i >= 40 && i < 44 ? Number.NaN : (i * 5) % 4)),
});
const ofDcgan = features("dcgan", "4x4", gaussian(3, n, 5, 4, 4));
const pictures = image(gaussian(2, n, 3, 5, 3));

type Case = readonly [inputs: Values, params: Readonly<Record<string, unknown>>];
/** What each reduce node folds: by node type, its cases by what they are about. */
const cases: Record<string, Record<string, Case>> = {
  activationThreshold: {
    "a quantile": [{ features: maps }, { quantile: 0.7 }],
    "a quantile of upsampled maps": [
      { features: maps, segmentation: ids(0) },
      { quantile: 0.7, method: "upsampledQuantile" },
    ],
    "the level that tells most of one concept": [
      { features: maps, segmentation: ids(0) },
      { method: "bestRatio", concept: "1" },
    ],
    "the level that tells most of any": [{ features: maps, segmentation: ids(0) }, { method: "bestRatio" }],
  },
  causalEffect: { "two segmentations": [{ before: ids(0), after: ids(3) }, {}] },
  conceptMean: { "a concept": [{ features: maps, segmentation: ids(0) }, { concept: "1" }] },
  rankArtifacts: {
    "all units": [
      {
        features: ofDcgan,
        real: segmentation(
          {
            shape: [n, 4, 4],
            data: Array.from({ length: n * 16 }, (_, i) => (i * 7 + Math.floor(i / 16)) % 3),
          },
          ["red", "green", "blue"],
        ),
      },
      { model: "tiny-segmenter" },
    ],
  },
  rankUnits: {
    "ablating all units": [{ features: ofDcgan }, { model: "tiny-segmenter", concept: "red" }],
    "inserting some": [
      { features: ofDcgan },
      { model: "tiny-segmenter", concept: "red", mode: "insert", value: 3, units: "0, 3" },
    ],
  },
  segmentationDistance: { "two sets": [{ a: ids(0), b: ids(3) }, {}] },
  segmentationStatistics: {
    "class ids": [{ segmentation: ids(0) }, {}],
    "the same share everywhere": [{ segmentation: segmentation(filled(1, n, 5, 3)) }, {}],
  },
  topSamples: {
    "all units": [{ image: pictures, features: maps }, { count: 3 }],
    "peaks that tie, and NaN": [{ image: pictures, features: tied }, { count: 3 }],
    "thresholds that are wired": [
      { image: pictures, features: tied, thresholds: thresholds([0.5, 1]) },
      { count: 9, show: "crop" },
    ],
  },
  unitIoU: {
    "all samples": [{ features: maps, segmentation: ids(0), thresholds: thresholds([0, 0.5, 1]) }, {}],
    "samples with a concept": [
      { features: maps, segmentation: ids(0), thresholds: thresholds([0, 0.5, 1]) },
      { empty: "skip" },
    ],
  },
  unitStatistics: { features: [{ features: maps }, {}], NaN: [{ features: tied }, {}] },
};

function part(inputs: Values, from: number, to: number): Values {
  const cut = Object.entries(inputs).map(([name, value]) => {
    const held = value && isBatched(value) ? value.tensor : null;
    return [name, held?.place === "host" ? { ...value, tensor: slice(held, from, to) } : value];
  });
  return Object.fromEntries(cut) as Values;
}

/** How samples are cut into chunks, and which states are put together: each choice takes from what is left. */
interface Order {
  /** Where a chunk ends, sample by sample. */
  readonly cuts: readonly boolean[];
  /** In which order chunks are folded. */
  readonly order: readonly number[];
  /** Whether a chunk is folded into the state before it, or into one of its own. */
  readonly onward: readonly boolean[];
  readonly pairs: readonly number[];
}
const anyOrder: fc.Arbitrary<Order> = fc.record({
  cuts: fc.array(fc.boolean(), { minLength: n - 1, maxLength: n - 1 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: n, maxLength: n }),
  onward: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
  pairs: fc.array(fc.nat(), { minLength: 2 * n, maxLength: 2 * n }),
});
const atOnce: Order = {
  cuts: new Array(n - 1).fill(false),
  order: [0],
  onward: new Array(n).fill(false),
  pairs: new Array(2 * n).fill(0),
};

async function folded(
  type: string,
  [inputs, given]: Case,
  { cuts, order, onward, pairs }: Order,
): Promise<Outputs> {
  const definition = catalogue[type];
  const reduce = definition?.reduce;
  if (!definition || !reduce) throw new Error(`${type} is no reduce node`);
  const defaults = Object.entries(definition.params).map(([name, spec]) => [name, spec.default]);
  const params = { ...Object.fromEntries(defaults), ...given } as never;
  const ends = [...cuts.flatMap((cut, at) => (cut ? [at + 1] : [])), n];
  const chunks = ends.map((to, at) => ({ from: ends[at - 1] ?? 0, to }));
  const context = await wasmContext(models);
  const states: unknown[] = [reduce.init(params)];
  for (const at of order) {
    const range = chunks[at];
    if (!range) continue;
    const before = onward[at] ? states.pop() : reduce.init(params);
    const values = part(inputs, range.from, range.to) as never;
    states.push(await reduce.fold(before, values, params, { ...context, range }));
  }
  for (let step = 0; states.length > 1; step++) {
    const take = (choice: number) => states.splice((pairs[choice] ?? 0) % states.length, 1)[0];
    states.push(reduce.merge(take(2 * step), take(2 * step + 1)));
  }
  return reduce.finish(states[0], params, { ...context, range: { from: 0, to: n } });
}

/** Every number and word of the outputs, in one list. */
async function contents(outputs: Outputs): Promise<unknown[]> {
  const lists = Object.values(outputs).map(async (value) => {
    const held = tensorOf(value);
    const { tensor: _, ...rest } = value as { tensor?: unknown };
    return held ? [rest, ...(await (await wasm()).read(held)).data] : leaves(rest);
  });
  return (await Promise.all(lists)).flat();
}
const leaves = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];

test("every reduce node of the category is here", () => {
  const reducing = Object.entries(catalogue).filter(
    ([, { category, reduce }]) => category === "dissection" && reduce !== undefined,
  );
  expect(Object.keys(cases).sort()).toEqual(reducing.map(([type]) => type).sort());
});

describe.each(Object.entries(cases))("%s, cut and merged in any order,", (type, each) => {
  test.each(Object.entries(each))("gives what folding all at once gives: %s", async (_, given) => {
    const wanted = await contents(await folded(type, given, atOnce));
    expect(wanted.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        const found = await contents(await folded(type, given, order));
        expect(found).toHaveLength(wanted.length);
        for (const [at, value] of wanted.entries())
          if (typeof value === "number" && Number.isFinite(value))
            expect(Math.abs((found[at] as number) - value)).toBeLessThanOrEqual(
              1e-9 + 1e-6 * Math.abs(value),
            );
          else expect(found[at]).toEqual(value);
      }),
      { numRuns: type.startsWith("rank") ? 8 : 40 },
    );
  });
});
