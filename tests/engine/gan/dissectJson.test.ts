import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dissection, peaksOf, readRankings } from "../../../engine/gan/dissectJson.ts";
import type { Scores } from "../../../engine/values.ts";

const published = new URL("../../../../shared/data/gandissect/rankings_demo_iou_short.json", import.meta.url);

const scores = (concepts: readonly string[], iou: readonly (readonly number[])[]): Scores => ({
  type: "scores",
  generator: "tiny",
  layer: "8x8",
  quantile: 0.99,
  thresholds: iou.map(() => 1),
  concepts,
  iou,
});

describe("reading rankings", () => {
  it.skipIf(!existsSync(published))("gives the published figures of the church generator", () => {
    const { columns, rows } = readRankings(readFileSync(published, "utf8"), "iou", "");
    expect(rows).toHaveLength(512);
    expect(columns).toHaveLength(33);
    const best = (concept: string) => {
      const at = columns.indexOf(concept);
      const column = rows.map((row) => row[at] as number);
      const most = Math.max(...column);
      return [column.indexOf(most), most, column.filter((value) => value > 0.05).length];
    };
    expect(best("tree")).toEqual([365, 0.31979, 126]);
    expect(best("sky")).toEqual([257, 0.52212, 199]);
    expect(best("building")).toEqual([418, 0.40912, 293]);
    expect(best("door")).toEqual([443, 0.10145, 5]);
    expect(readRankings(readFileSync(published, "utf8"), "ace", "").columns.slice(1)).toEqual([
      "tree",
      "door",
      "person",
      "window",
      "grass",
    ]);
  });

  it("names the place where a file is wrong", () => {
    const wrong = (text: string) => () => readRankings(text, "iou", "");
    expect(wrong("")).toThrow("not JSON: the text is empty");
    expect(wrong('{"res": ')).toThrow("not JSON: the text ends too early");
    expect(wrong("[]")).toThrow("expected `layers` or `res`, as the original tool writes them");
    expect(wrong('{"res": [{"metric": "iou", "name": "a-iou", "scores": "x"}]}')).toThrow(
      "res[0].score: expected a list of numbers",
    );
    expect(wrong('{"res": [{"metric": "ace", "name": "a-ace", "scores": [0]}]}')).toThrow(
      "there are no rankings by iou",
    );
    const uneven =
      '{"res": [{"metric":"iou","name":"a-iou","scores":[0]}, {"metric":"iou","name":"b-iou","scores":[0,1]}]}';
    expect(wrong(uneven)).toThrow("b-iou ranks 2 units, the others 1");
    expect(() => readRankings(JSON.stringify(dissection(scores(["a"], [[0]]), 0)), "iou", "4x4")).toThrow(
      'the file has no layer "4x4"',
    );
  });
});

describe("a written dissection", () => {
  it("is read back with the same scores", () => {
    const row = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (iou) => {
        const text = JSON.stringify(dissection(scores(["tree", "sky", "a-b"], iou), 0.04));
        const { columns, rows } = readRankings(text, "iou", "8x8");
        expect(columns).toEqual(["unit", "tree", "sky", "a-b"]);
        expect(rows).toEqual(iou.map((values, unit) => [unit, ...values.map((value) => value + 0)]));
      }),
    );
  });

  it("lists each unit's top samples, the strongest first, and none where they are not known", () => {
    const rows = [
      [1, 2, 7, 0.5],
      [1, 1, 3, 0.75],
      [0, 1, 4, 2],
    ];
    const peaks = peaksOf({ type: "table", columns: ["unit", "rank", "sample", "peak"], rows }, "peaks");
    const { layers } = dissection(scores(["tree"], [[1], [0.5], [0]]), 0, peaks) as {
      layers: { units: { top: unknown }[] }[];
    };
    expect(layers[0]?.units.map(({ top }) => top)).toEqual([
      [{ imgnum: 4, maxact: 2 }],
      [
        { imgnum: 3, maxact: 0.75 },
        { imgnum: 7, maxact: 0.5 },
      ],
      [],
    ]);
    expect(() => peaksOf({ type: "table", columns: ["unit", "peak"], rows: [] }, "peaks")).toThrow(
      'peaks: there is no column "sample"',
    );
  });

  it("labels units, counts the interpretable and orders them, the commonest label first", () => {
    const made = dissection(
      scores(
        ["tree", "sky"],
        [
          [0.1, 0],
          [0, 0.3],
          [0, 0.2],
          [0.01, 0.02],
        ],
      ),
      0.04,
    ) as {
      layers: {
        units: object[];
        labels: object[];
        interpretable: number;
        rankings: { name: string; score: number[] }[];
      }[];
    };
    const [layer] = made.layers;
    expect(layer?.units[1]).toEqual({
      unit: 1,
      interp: true,
      level: 1,
      top: [],
      iou: 0.3,
      iou_labelnum: 1,
      iou_label: "sky",
      iou_cat: "object",
    });
    expect(layer?.labels).toEqual([
      { label: "sky", labelnum: 1, units: [1, 2], cat: "object" },
      { label: "tree", labelnum: 0, units: [0], cat: "object" },
    ]);
    expect(layer?.interpretable).toBe(3);
    expect(layer?.rankings.find(({ name }) => name === "label")?.score).toEqual([2, 0, 1, 3]);
  });
});
