import { describe, expect, test } from "vitest";
import { gaussian } from "../arrays.ts";
import { features } from "../workbench.ts";
import { askNumbers, filled, graphOf, mask, refusal, withParams } from "./throughGraph.ts";

const [units, h, w] = [2, 4, 6];
const graph = graphOf(
  {
    source: ["generate"],
    painted: ["conceptMask"],
    edit: ["unitMask", { mode: "insert", units: "1", value: 100 }],
  },
  ["source.features -> edit.features", "painted.mask -> edit.region"],
);
const feedsOf = (n: number, region: Parameters<typeof mask>[0]) => ({
  "source.features": features(null, null, gaussian(1, n, units, h, w)),
  "painted.mask": mask(region),
});
/** Where unit 1 of each sample was changed: rows of dots and crosses. */
async function changed(n: number, region: Parameters<typeof mask>[0], chunk = 16) {
  const { data, shape } = await askNumbers(graph, "edit.features", { feeds: feedsOf(n, region), chunk });
  const area = h * w;
  return Array.from({ length: shape[0] ?? 0 }, (_, sample) =>
    Array.from({ length: h }, (_, y) =>
      Array.from({ length: w }, (_, x) => {
        const at = (sample * units + 1) * area + y * w + x;
        return data[at] === 100 ? "x" : ".";
      }).join(""),
    ).join(" "),
  );
}
const drawn = (...samples: string[]) => {
  const rows = samples.map((text) => text.split(" "));
  const data = rows.flat().flatMap((row) => [...row].map((cell) => (cell === "x" ? 1 : 0)));
  return { shape: [samples.length, rows[0]?.length ?? 0, rows[0]?.[0]?.length ?? 0], data };
};

describe("a region of another size than the features", () => {
  test("as large as they are is taken as it is", async () => {
    expect(await changed(1, drawn("x..... ...... ...x.. .....x"))).toEqual(["x..... ...... ...x.. .....x"]);
  });

  test("larger, not by a whole factor, not square: a cell is in it where any of its pixels is", async () => {
    const one = drawn("......... ......... ....x.... ......... ......... ......... ........x");
    expect(await changed(1, one)).toEqual(["...... ..xx.. ...... .....x"]);
  });

  test("smaller: a pixel covers every cell it touches", async () => {
    expect(await changed(1, drawn("x. .. .."))).toEqual(["xxx... xxx... ...... ......"]);
    expect(await changed(1, drawn(".x."))).toEqual(["..xx.. ..xx.. ..xx.. ..xx.."]);
  });

  test("of a single pixel is everywhere, or nowhere", async () => {
    expect(await changed(1, drawn("x"))).toEqual(["xxxxxx xxxxxx xxxxxx xxxxxx"]);
    expect(await changed(1, drawn("."))).toEqual(["...... ...... ...... ......"]);
  });

  test("without any pixel is refused", async () => {
    expect(await refusal(graph, "edit", { feeds: feedsOf(1, filled(1, 1, 0, 6)) })).toEqual({
      reason: "the mask is [1, 0, 6]: it has no pixels",
      port: "region",
      cure: "Give a mask of at least 1x1.",
    });
  });
});

describe.each([
  ["at once", 16],
  ["chunk by chunk", 2],
])("%s", (_, chunk) => {
  const three = drawn("x. ..", ".. .x", "xx xx");
  const expected = [
    "xxx... xxx... ...... ......",
    "...... ...... ...xxx ...xxx",
    "xxxxxx xxxxxx xxxxxx xxxxxx",
  ];

  test("one region goes with every sample", async () => {
    expect(await changed(3, drawn(".x .."), chunk)).toEqual(new Array(3).fill("...xxx ...xxx ...... ......"));
  });

  test("a region a sample is taken for its own", async () => {
    expect(await changed(3, three, chunk)).toEqual(expected);
  });

  test("one sample of features is edited by each of many regions", async () => {
    expect(await changed(1, three, chunk)).toEqual(expected);
  });

  test("regions for another number of samples are refused", async () => {
    expect(await refusal(graph, "edit", { feeds: feedsOf(4, three), chunk })).toEqual({
      reason: "features and region differ in samples: 4 and 3",
      port: "region",
      cure: "Use one batch for both, or a batch of one sample.",
    });
  });
});

test("levels of a mask beyond [0, 1] are refused: they would turn a unit round instead of blending it", async () => {
  for (const [level, cure] of [
    [255, "Divide it by its largest value."],
    [-1, "Give numbers from 0 to 1."],
    [Number.NaN, "Give numbers from 0 to 1."],
  ] as const)
    expect(await refusal(graph, "edit", { feeds: feedsOf(1, filled(level, 1, 4, 6)) })).toEqual({
      reason: `the mask holds ${level}, outside [0, 1]`,
      port: "region",
      cure,
    });
});

test("a stroke painted on nothing, of whatever size, leaves every cell or takes some", async () => {
  const painted = graphOf(
    {
      source: ["generate"],
      painted: ["paintRegion", { size: 1, strokes: [{ mode: "paint", size: 0.001, points: [[0.5, 0.5]] }] }],
      edit: ["unitMask", { mode: "insert", units: "1", value: 100 }],
    },
    ["source.features -> edit.features", "painted.mask -> edit.region"],
  );
  const { "source.features": given } = feedsOf(1, filled(0, 1, 1, 1));
  const touched = async (size: number) => {
    const document = withParams(painted, "painted", { size });
    const { data } = await askNumbers(document, "edit.features", { feeds: { "source.features": given } });
    return data.filter((value) => value === 100).length;
  };
  expect(await touched(1)).toBe(24);
  expect(await touched(64)).toBe(4);
});
