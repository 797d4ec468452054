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
  ["IoU", "unitIoU"],
  ["mix", "interpolate"],
  ["truncation", "truncate"],
  ["seed", "sampleLatent"],
  ["lerp", "interpolate"],
  ["scatter", "viewPoints"],
])("finds %s", (text, type) => {
  expect(first(text)).toBe(type);
});

it("finds nothing for words that no node has", () => {
  expect(search(catalogue, "zzzz")).toEqual([]);
});

it.each([
  ["ACE", "causalEffect"],
  ["ACE", "rankUnits"],
  ["style mixing", "adainLayer"],
  ["style mixing", "synthesis"],
  ["segmentation", "conceptMask"],
  ["evolution", "modeCoverage"],
])("finds by %s also %s", (text, type) => {
  expect(search(catalogue, text).map((found) => found.type)).toContain(type);
});

it.each([
  ["truncaton", "truncate"],
  ["threshhold", "activationThreshold"],
  ["interpoalte", "interpolate"],
  ["unt mask", "unitMask"],
])("forgives %s", (text, type) => {
  expect(first(text)).toBe(type);
});

it("wants every word, in any order", () => {
  expect(first("mask unit")).toBe("unitMask");
  expect(search(catalogue, "mask zzzz")).toEqual([]);
});
