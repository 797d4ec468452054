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
import { directory, graph, graphFile } from "./commandLine.ts";

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

test("an evolved generator is dumped as a file and a card that --model takes", {
  timeout: 120_000,
}, async () => {
  const folder = await directory();
  const nodes = [
    { id: "data", type: "imageDataset", params: { count: 16, size: 8 }, at: [0, 0] },
    {
      id: "run",
      type: "evolve",
      params: { network: "dcgan", width: 8, batch: 8, evaluation: 8, steps: 2, latent: 4 },
      at: [0, 0],
    },
  ];
  const file = await graphFile(folder, nodes, [{ from: ["data", "data"], to: ["run", "data"] }]);
  const made = await graph("run", file, "--dump", "run.generator", "--out", folder, "--quiet");
  expect(made).toMatchObject({ status: 0, complained: "" });
  const card = JSON.parse(await readFile(join(folder, "run.generator.json"), "utf8"));
  expect(card).toMatchObject({ kind: "generator", id: "run.generator", onnx: "run.generator.onnx" });
  const views = [
    { id: "z", type: "sampleLatent", params: { generator: "run.generator", count: 2 }, at: [0, 0] },
    { id: "look", type: "generate", params: { generator: "run.generator", tap: "4x4" }, at: [0, 0] },
  ];
  const second = await graphFile(folder, views, [{ from: ["z", "z"], to: ["look", "z"] }]);
  const again = await graph(
    "run",
    second,
    "--model",
    join(folder, "run.generator.json"),
    "--dump",
    "look.image",
    "--dump",
    "look.features",
    "--out",
    folder,
    "--quiet",
  );
  expect(again).toMatchObject({ status: 0, complained: "" });
  expect((await readdir(folder)).filter((name) => name.endsWith(".npy")).sort()).toEqual([
    "look.features.npy",
    "look.image.npy",
  ]);
});
