import { expect, it } from "vitest";
import { actions } from "../../editor/actions/index.ts";
import { bytes, count, real, shape, time } from "../../editor/numbers.ts";
import { spoken, words } from "../../editor/words.ts";
import { catalogue } from "../../nodes/index.ts";

it("says names of params as a person reads them", () => {
  expect(spoken("seed")).toBe("Seed");
  expect(spoken("minIoU")).toBe("Min IoU");
  expect(spoken("sideBySide")).toBe("Side by side");
  expect(spoken("csv")).toBe("CSV");
});

it("has a name for every category", () => {
  for (const { category } of Object.values(catalogue))
    expect(words.categories, category).toHaveProperty(category);
});

it("writes numbers grouped, minus as −, and seconds from 1,000 ms on", () => {
  expect(count(1234)).toBe("1,234");
  expect(count(-5)).toBe("−5");
  expect([0.61, 34.4, 3140].map(time)).toEqual(["0.6 ms", "34 ms", "3.1 s"]);
  expect(shape([4, 96, 8, 8])).toBe("4 × 96 × 8 × 8");
  expect([12, 98304, 88 * 2 ** 20].map(bytes)).toEqual(["12 B", "96 KB", "88 MB"]);
  expect([-2.184, 0, 0.0001].map((value) => real(value))).toEqual(["−2.18", "0.00", "0.000100"]);
});

it("gives every command an id and keys of its own", () => {
  const ids = actions.map(({ id }) => id);
  const keys = actions.flatMap(({ shortcut }) => shortcut?.split(" ") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(keys).size).toBe(keys.length);
});
