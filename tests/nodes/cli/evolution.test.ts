import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { View } from "../../../engine/node.ts";
import { planeOfPoints } from "../../../engine/planePreview.ts";
import { tensor } from "../../../engine/tensor.ts";
import { toJson } from "../../../nodes/cli/toJson.ts";
import { Results } from "../../../nodes/cli/writeResults.ts";
import { fakeRuntime, noModels } from "../../engine/toys.ts";
import { pointsEvolution } from "../evolution/evolutionFixture.ts";
import { directory } from "./commandLine.ts";

test("points are written as SVG, and as CSV with their coordinates", async () => {
  const folder = await directory();
  const plane = planeOfPoints(tensor([2, 2], Float32Array.from([0.1, 2, -1, 0])).data);
  await new Results(folder, fakeRuntime(), noModels).view("shown", { kind: "points", plane } satisfies View);
  expect((await readdir(folder)).sort()).toEqual(["shown.csv", "shown.svg"]);
  expect(await readFile(join(folder, "shown.csv"), "utf8")).toBe("x,y\n0.1,2\n-1,0\n");
  expect(await readFile(join(folder, "shown.svg"), "utf8")).toContain("2 generated");
});

test("a run is dumped as numbers, without networks; what is no number is null", () => {
  const dumped = JSON.parse(toJson(pointsEvolution({ generation: 4, selection: "random" })));
  expect(dumped).toMatchObject({ gives: "points", generation: 4, seed: 1, selection: "random" });
  expect(dumped.course.survivors).toHaveLength(4);
  expect(dumped.course.quality).toEqual(new Array(12).fill(null));
  expect(dumped.children[0]).toMatchObject({ mutation: "minimax", fitness: null });
  expect(dumped.snapshots[0]).toMatchObject({ generation: 0 });
  expect(dumped).not.toHaveProperty("generator");
});
