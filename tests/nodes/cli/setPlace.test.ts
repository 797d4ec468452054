import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { tensor } from "../../../engine/tensor.ts";
import { directory, graph, graphFile, npyFile } from "./commandLine.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Points into two units on 1 by 2 cells. */
async function point(place: string) {
  const folder = await directory();
  const nodes = [
    { id: "made", type: "generate" },
    { id: "there", type: "unitsAt", params: { by: "activation" } },
  ];
  const wires = ["image", "features"].map((port) => ({ from: ["made", port], to: ["there", port] }));
  const file = await graphFile(folder, nodes, wires);
  const maps = await npyFile(folder, "maps.npy", tensor([1, 2, 1, 2], Float32Array.of(1, 4, 3, 2)));
  const picture = await npyFile(folder, "picture.npy", tensor([1, 3, 1, 2], new Float32Array(6)));
  const feeds = ["--feed", `made.features=${maps}`, "--feed", `made.image=${picture}`];
  const out = join(folder, "out");
  const settings = ["--set", `there.place=${place}`, "--out", out, "--quiet", "--backend", "wasm"];
  return { out, ...(await graph("run", file, ...feeds, ...settings)) };
}

describe("--set of a place", () => {
  test("reads it as JSON; what is there is written as a table", async () => {
    const { out, status, complained } = await point("[0.8, 0.5]");
    expect(complained).toBe("");
    expect(status).toBe(0);
    const table = await readFile(join(out, "there.csv"), "utf8");
    expect(table.trim().split(/\r?\n/)).toEqual(["unit,strength,activation", "0,4,4", "1,2,2"]);
  });

  test.each([
    ["0.8", "--set there.place: expected two numbers from 0 to 1, from the left and from the top"],
    ["[0.8, 2]", "--set there.place[1]: expected a number from 0 to 1, got 2"],
  ])("refuses %s with place and reason", async (place, reason) => {
    const { status, complained } = await point(place);
    expect(status).toBe(2);
    expect(complained).toContain(reason);
  });
});
