import { decode } from "fast-png";
import { expect, test } from "vitest";
import { unitCards } from "../../../engine/gan/unitCards.ts";
import type { Scores } from "../../../engine/values.ts";
import { unitsReport } from "../../../nodes/report/unitsReport.ts";

const scores: Scores = {
  type: "scores",
  generator: "g<i>",
  layer: "16x16 b",
  quantile: 0.99,
  thresholds: [1, 1],
  concepts: ["sky", "tree & bush"],
  iou: [
    [0.1, 0.3],
    [0.02, 0.01],
  ],
};
const red = Uint8ClampedArray.from([255, 0, 0, 255]);
const blue = Uint8ClampedArray.from([0, 0, 255, 255]);
const view = { scores, cards: unitCards(scores), minIoU: 0.04, concept: "", chosen: [], artifacts: [] };
const pictures = { width: 1, height: 1, each: 2, units: [0], samples: [red, blue] };

test("is one page with the chart and a card a unit, which loads nothing from elsewhere", () => {
  const page = unitsReport({ ...view, pictures: null });
  expect(page).toMatch(/^<!doctype html>/);
  expect(page.match(/<li /g)).toHaveLength(2);
  expect(page).toContain("<svg ");
  expect(page).toContain("1 of 2 units stand for a concept with IoU above 0.04.");
  expect(page).not.toMatch(/(src|href)="(?!data:)/);
});

test("escapes what comes from outside", () => {
  const page = unitsReport({ ...view, pictures: null });
  expect(page).toContain("g&lt;i&gt;");
  expect(page).toContain("tree &amp; bush");
  expect(page).not.toContain("g<i>");
});

test("shows a unit's pictures side by side", () => {
  const page = unitsReport({ ...view, pictures });
  const [, text = ""] = /src="data:image\/png;base64,([^"]+)"/.exec(page) ?? [];
  const { width, height, data } = decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
  expect([width, height]).toEqual([2, 1]);
  expect([...data]).toEqual([...red, ...blue]);
  expect(page.match(/<img /g)).toHaveLength(1);
});
