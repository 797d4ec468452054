import ELK from "elkjs/lib/elk.bundled.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Box } from "../../../editor/box.ts";
import { elkGraph, placesIn, type Standing } from "../../../editor/tidy/elkGraph.ts";
import type { Wire } from "../../../engine/document.ts";

const row = (port: string, at: number): [string, number] => [port, 28 + 20 * (at + 0.5)];
const node = (id: string, left: number, top: number, height = 120): Standing => ({
  id,
  box: { left, top, right: left + 100, bottom: top + height },
  inputs: new Map([row("x", 0), row("w", 1)]),
  outputs: new Map([row("x", 0)]),
});
const wire = (from: string, to: string, port = "x"): Wire => ({ from: [from, "x"], to: [to, port] });

/** Two sources above a chain of four, all on one heap. */
const nodes = ["a", "b", "s", "c", "t", "d"].map((id, index) => node(id, 40 + index, 80, 100 + 20 * index));
const wires = [wire("a", "b"), wire("b", "c"), wire("c", "d"), wire("s", "b", "w"), wire("t", "d", "w")];
const frames = [{ id: "f", label: "", nodes: ["b", "c"] }];

async function tidied(framed: boolean): Promise<Map<string, Box>> {
  const graph = await new ELK().layout(elkGraph(nodes, wires, framed ? frames : []));
  const places = placesIn(graph, nodes);
  const entries = nodes.map(({ id, box }): [string, Box] => {
    const [left = 0, top = 0] = places.get(id) ?? [];
    return [id, { left, top, right: left + 100, bottom: top + box.bottom - box.top }];
  });
  return new Map(entries);
}

describe.each([
  ["without frames", false],
  ["with a frame", true],
])("tidying %s", (_, framed) => {
  let boxes: Map<string, Box>;
  const box = (id: string) => boxes.get(id) as Box;
  beforeAll(async () => {
    boxes = await tidied(framed);
  });

  it("puts what comes later further right, and nothing on anything else", () => {
    for (const { from, to } of wires) expect(box(to[0]).left).toBeGreaterThanOrEqual(box(from[0]).right + 20);
    for (const a of boxes.values())
      for (const b of boxes.values())
        if (a !== b)
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });

  it("runs the wires of a chain straight", () => {
    expect([box("b").top, box("c").top, box("d").top]).toEqual(Array(3).fill(box("a").top));
  });

  it("begins where the graph began, on the grid", () => {
    const all = [...boxes.values()];
    expect([Math.min(...all.map(({ left }) => left)), Math.min(...all.map(({ top }) => top))]).toEqual([
      40, 80,
    ]);
    for (const { left, top } of all) expect([(left - 40) % 4, (top - 80) % 4]).toEqual([0, 0]);
  });
});

it("keeps the nodes of a frame together and others out", async () => {
  const boxes = await tidied(true);
  const [b, c] = [boxes.get("b") as Box, boxes.get("c") as Box];
  for (const id of ["a", "s", "t", "d"]) {
    const { left, right, top, bottom } = boxes.get(id) as Box;
    const outside = right <= b.left - 10 || left >= c.right + 10 || bottom <= b.top - 26 || top >= c.bottom;
    expect(outside).toBe(true);
  }
});
