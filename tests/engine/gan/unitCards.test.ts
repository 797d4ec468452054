import { describe, expect, it } from "vitest";
import { shownCards, unitCards, unitTable } from "../../../engine/gan/unitCards.ts";

const cards = unitCards({
  concepts: ["sky", "tree"],
  iou: [
    [0.1, 0.02],
    [0.05, 0.3],
    [0.01, 0.02],
    [0.4, 0.2],
    [0.3, 0.35],
  ],
});
const view = { cards, minIoU: 0.04, concept: "", chosen: [], artifacts: [] };
const units = (shown: typeof cards) => shown.map(({ unit }) => unit);

describe("unitCards", () => {
  it("puts the concept of the best unit first, and within a concept the highest IoU", () => {
    expect(units(cards)).toEqual([3, 0, 4, 1, 2]);
  });
});

describe("shownCards", () => {
  it("leaves out units of low IoU unless they are chosen or marked", () => {
    expect(units(shownCards(view))).toEqual([3, 0, 4, 1]);
    expect(units(shownCards({ ...view, chosen: [2] }))).toEqual([3, 0, 4, 1, 2]);
  });

  it("keeps one concept where one is named", () => {
    expect(units(shownCards({ ...view, concept: "tree", artifacts: [2, 3] }))).toEqual([4, 1, 2]);
  });
});

describe("unitTable", () => {
  it("has a row a card shown, with what is chosen and marked", () => {
    expect(unitTable({ ...view, concept: "sky", chosen: [0], artifacts: [3] }).rows).toEqual([
      [3, "sky", 0.4, "tree", 0.2, 0, 1],
      [0, "sky", 0.1, "tree", 0.02, 1, 0],
    ]);
  });
});
