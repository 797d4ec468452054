import { decode, encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { graphInPng, toPng } from "../../../editor/handing/graphPng.ts";

const picture = { width: 2, height: 1, data: Uint8ClampedArray.of(255, 0, 0, 255, 0, 128, 255, 255) };
const graph = JSON.stringify({ name: "Mischung 混合 😀 é", about: 'a "quote" and a \\ slash' }, null, 2);

describe("a picture that carries its graph", () => {
  it("keeps every pixel, and gives the graph back with all its letters", () => {
    const bytes = toPng(picture, graph);
    expect(decode(bytes)).toMatchObject({
      width: 2,
      height: 1,
      channels: 4,
      data: Uint8Array.from(picture.data),
    });
    expect(JSON.parse(graphInPng(bytes) ?? "")).toEqual(JSON.parse(graph));
  });

  it("is told from one that carries none, and from one that is damaged", () => {
    const bytes = toPng(picture, graph);
    expect(graphInPng(encode({ ...picture, channels: 4 }))).toBeNull();
    expect(() => graphInPng(bytes.subarray(0, 60))).toThrow();
  });
});
