import { decode } from "fast-png";
import { expect, test } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import type { Image } from "../../../engine/values.ts";
import { toJson } from "../../../nodes/cli/toJson.ts";
import { comparisonToPng, imagesToPng } from "../../../nodes/cli/toPng.ts";
import { wasm } from "../workbench.ts";

/** n grey pictures of 1x2 pixels: left and right. */
const greys = (...pairs: [number, number][]): Image => ({
  type: "image",
  tensor: tensor(
    [pairs.length, 3, 1, 2],
    Float32Array.from(pairs.flatMap((pair) => [...pair, ...pair, ...pair])),
  ),
});
const reds = (bytes: Uint8Array) => {
  const { width, height, data, channels } = decode(bytes);
  return { width, height, red: Array.from({ length: width * height }, (_, i) => data[i * channels]) };
};

test("pictures lie edge to edge in rows, cells without one are black", async () => {
  const view = { kind: "images", image: greys([-1, 1], [0, 0], [1, -1]), columns: 2 } as const;
  const png = reds(await imagesToPng(await wasm(), view));
  expect(png).toEqual({ width: 4, height: 2, red: [0, 255, 128, 128, 255, 0, 0, 0] });
});

test("levels outside [-1, 1] are clamped", async () => {
  const view = { kind: "images", image: greys([-3, 3]), columns: 1 } as const;
  expect(reds(await imagesToPng(await wasm(), view)).red).toEqual([0, 255]);
});

test("a comparison is a row a sample: a, b, and the difference, grey where equal", async () => {
  const view = {
    kind: "comparison",
    a: greys([1, -1]),
    b: greys([1, 1], [-1, -1]),
    mode: "difference",
  } as const;
  const png = reds(await comparisonToPng(await wasm(), view));
  expect(png).toEqual({ width: 6, height: 2, red: [255, 0, 255, 255, 128, 0, 255, 0, 0, 0, 255, 128] });
});

test("scores and units are written as the contract says", () => {
  const units = { type: "units", generator: "g", layer: "4x4", units: [3, 1] } as const;
  expect(JSON.parse(toJson(units))).toEqual({ generator: "g", layer: "4x4", units: [3, 1] });
});
