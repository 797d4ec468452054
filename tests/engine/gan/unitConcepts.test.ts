import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { conceptUnits, scoresOf, unitConcepts } from "../../../engine/gan/unitConcepts.ts";
import type { Table } from "../../../engine/values.ts";

const concepts = ["sky", "tree"];

describe("unitConcepts", () => {
  it("gives the best concept of each unit and the one after it", () => {
    const found = unitConcepts({
      concepts,
      iou: [
        [0.1, 0.3],
        [0.2, 0.2],
      ],
    });
    expect(found).toEqual([
      { unit: 0, concept: "tree", iou: 0.3, runnerUp: { concept: "sky", iou: 0.1 } },
      { unit: 1, concept: "sky", iou: 0.2, runnerUp: { concept: "tree", iou: 0.2 } },
    ]);
  });

  it("has no runner-up with one concept, and no concept where no number is one", () => {
    expect(unitConcepts({ concepts: ["sky"], iou: [[0.1]] })[0]?.runnerUp).toBeNull();
    expect(unitConcepts({ concepts, iou: [[Number.NaN, 0.1]] })[0]).toMatchObject({ concept: "tree" });
    expect(unitConcepts({ concepts, iou: [[Number.NaN, Number.NaN]] })[0]).toMatchObject({
      concept: "",
      iou: 0,
      runnerUp: null,
    });
  });
});

describe("conceptUnits", () => {
  it("counts a unit for its best concept alone, strictly above the least IoU", () => {
    const iou = [
      [0.5, 0.4],
      [0.04, 0.01],
      [0.1, 0.2],
      [0.1, 0.6],
    ];
    const found = conceptUnits({ concepts, iou }, 0.04);
    expect(found.map(({ concept, units }) => [concept, units.map(({ unit }) => unit)])).toEqual([
      ["tree", [3, 2]],
      ["sky", [0]],
    ]);
  });

  it("is empty without units", () => {
    expect(conceptUnits({ concepts, iou: [] }, 0)).toEqual([]);
  });
});

describe("scoresOf", () => {
  const table = (columns: string[], rows: Table["rows"]): Table => ({ type: "table", columns, rows });

  it("reads a table with a row a unit, in any order, with gaps", () => {
    const rows = [
      [2, 0.5, null],
      [0, 0.1, 0.2],
    ];
    expect(scoresOf(table(["unit", "sky", "tree"], rows), "data")).toMatchObject({
      type: "scores",
      layer: null,
      concepts,
      iou: [
        [0.1, 0.2],
        [0, 0],
        [0.5, 0],
      ],
    });
  });

  it.each([
    [table(["concept", "sky"], [["a", 1]]), "no column `unit`"],
    [table(["unit", "sky"], [[-1, 1]]), "no column `unit` of whole numbers"],
    [table(["unit", "sky"], [[1e12, 1]]), "no column `unit` of whole numbers"],
    [table(["unit", "sky"], [[0, "much"]]), "column sky holds texts"],
  ])("refuses %j", (wrong, reason) => {
    expect(() => scoresOf(wrong, "data")).toThrow(reason);
  });
});

const published = new URL("../../../../shared/data/gandissect/rankings_demo_iou_short.json", import.meta.url);

describe.skipIf(!existsSync(published))("the published church generator", () => {
  it("has more building units than any other, and the best unit for sky", () => {
    const { res } = JSON.parse(readFileSync(published, "utf8")) as {
      res: { metric: string; name: string; scores: number[] }[];
    };
    const rankings = res.filter(({ metric, name }) => metric === "iou" && name !== "--iou");
    const names = rankings.map(({ name }) => name.replace(/-iou$/, ""));
    const iou = Array.from({ length: 512 }, (_, unit) => rankings.map(({ scores }) => -(scores[unit] ?? 0)));
    const found = conceptUnits({ concepts: names, iou }, 0.04);
    expect(found[0]?.concept).toBe("building");
    expect(found.find(({ concept }) => concept === "sky")?.units[0]).toMatchObject({ unit: 257 });
    expect(found.reduce((sum, { units }) => sum + units.length, 0)).toBeLessThanOrEqual(512);
  });
});
