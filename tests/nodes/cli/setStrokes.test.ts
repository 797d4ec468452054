import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readNpy } from "../../../engine/npy.ts";
import { tensor } from "../../../engine/tensor.ts";
import { directory, graph, graphFile } from "./commandLine.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Paints a mask of 2 by 2. */
async function paint(strokes: string) {
  const folder = await directory();
  const file = await graphFile(folder, [{ id: "area", type: "paintRegion", params: { size: 2 } }]);
  const out = join(folder, "out");
  const settings = ["--set", `area.strokes=${strokes}`, "--dump", "area.mask", "--out", out, "--quiet"];
  return { out, ...(await graph("run", file, ...settings, "--backend", "wasm")) };
}

describe("--set of strokes", () => {
  test("reads them as JSON", async () => {
    const { out, status } = await paint('[{"mode":"paint","size":0.8,"points":[[0.25,0.25]]}]');
    expect(status).toBe(0);
    const mask = readNpy(new Uint8Array(await readFile(join(out, "area.mask.npy"))));
    expect(mask).toEqual(tensor([1, 2, 2], Float32Array.of(1, 0, 0, 0)));
  });

  test.each([
    ["[", '--set area.strokes: expected a list of strokes, each with mode, size and points, got "["'],
    ['[{"mode":"paint","size":9,"points":[[0,0]]}]', "--set area.strokes[0].size: expected a number above 0"],
  ])("refuses %s with place and reason", async (strokes, reason) => {
    const { status, complained } = await paint(strokes);
    expect(status).toBe(2);
    expect(complained).toContain(reason);
  });
});
