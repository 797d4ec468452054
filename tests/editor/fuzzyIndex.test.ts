import { expect, it } from "vitest";
import { fuzzyIndex } from "../../editor/panels/fuzzyIndex.ts";

const find = fuzzyIndex(["保存图", "撤销", "Zoom to fit", "Fit curve"], {
  name: { weight: 2, text: (name) => name },
  id: { weight: 1, text: (name) => `id-${name.length}` },
});

it("finds what stands anywhere in a text without spaces", () => {
  expect(find("存图")).toEqual(["保存图"]);
  expect(find("撤")).toEqual(["撤销"]);
});

it("finds words by their beginnings", () => {
  expect(find("zo fi")).toEqual(["Zoom to fit"]);
});
