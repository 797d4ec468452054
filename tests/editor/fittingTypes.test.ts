import { expect, it } from "vitest";
import { fittingTypes } from "../../editor/canvas/fittingTypes.ts";
import type { GraphDocument, Wire } from "../../engine/document.ts";
import { catalogue } from "../../nodes/index.ts";

const node = (id: string, type: string) => ({ id, type, params: {}, at: [0, 0] as const });
const graph = (wires: readonly Wire[], ...nodes: ReturnType<typeof node>[]): GraphDocument => ({
  format: "ganglion/graph",
  version: 1,
  name: "",
  about: "",
  nodes,
  wires,
  frames: [],
});

it("names what takes up an output, and at which port: one that must be wired comes first", () => {
  const only = graph([], node("map", "mapping"));
  const fits = fittingTypes(only, catalogue, { node: "map", side: "out", port: "w" });
  expect(fits.get("truncate")).toBe("w");
  expect(fits.get("synthesis")).toBe("coarse");
  expect(fits.get("adainLayer")).toBe("w");
  expect(fits.get("pick")).toBe("batch");
  expect(fits.has("viewTable")).toBe(false);
});

it("names what gives to an input", () => {
  const only = graph([], node("layer", "adainLayer"));
  const fits = fittingTypes(only, catalogue, { node: "layer", side: "in", port: "w" });
  expect(fits.get("mapping")).toBe("w");
  expect(fits.has("sampleLatent")).toBe(false);
  expect(fits.has("viewImages")).toBe(false);
});

it("offers numeric params for a number", () => {
  const only = graph([], node("number", "number"));
  const fits = fittingTypes(only, catalogue, { node: "number", side: "out", port: "value" });
  expect(fits.get("sampleLatent")).toBe("seed");
  expect(fits.has("toRGB")).toBe(false);
});

it("leaves out what would make another wire impossible", () => {
  const path: Wire = { from: ["between", "path"], to: ["map", "z"] };
  const fed = graph([path], node("between", "interpolate"), node("map", "mapping"));
  const fits = fittingTypes(fed, catalogue, { node: "between", side: "in", port: "a" });
  expect(fits.has("sampleLatent")).toBe(true);
  expect(fits.has("truncate")).toBe(false);
});
