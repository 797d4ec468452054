import { expect, it } from "vitest";
import { search } from "../../editor/panels/search.ts";
import { catalogue } from "../../nodes/index.ts";

const first = (text: string): string | undefined => search(catalogue, text)[0]?.type;

it("lists all nodes in the order of the palette where nothing is searched for", () => {
  expect(search(catalogue, " ").map(({ type }) => type)).toEqual(Object.keys(catalogue));
});

it.each([
  ["trunc", "truncate"],
  ["psi", "truncate"],
  ["rgb", "toRGB"],
  ["gallery", "viewImages"],
  ["ablate", "unitMask"],
])("finds %s", (text, type) => {
  expect(first(text)).toBe(type);
});

it("finds nothing for words that no node has", () => {
  expect(search(catalogue, "zzzz")).toEqual([]);
});
