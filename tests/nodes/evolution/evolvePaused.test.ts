import { expect, it } from "vitest";
import { createLibrary } from "../../../engine/library.ts";
import { createRuntime } from "../../../engine/onnx/runtime.ts";
import type { EngineOptions } from "../../../engine/run.ts";
import type { Evolution } from "../../../engine/values.ts";
import { catalogue } from "../../../nodes/index.ts";
import { setUp } from "../../engine/setUp.ts";
import { toyGraph } from "../../engine/toys.ts";
import { heldCheckpoints } from "../../engine/trainer.ts";

const graph = toyGraph(
  {
    data: ["pointDataset"],
    evolve: ["evolve", { steps: 12, width: 8, depth: 1, batch: 8, evaluation: 8 }],
  },
  ["data.data -> evolve.data"],
);
const runtime = await createRuntime({ backend: "wasm" });
const engineWith = (checkpoints = heldCheckpoints(), emit: EngineOptions["emit"] = () => {}) =>
  setUp({ catalogue, models: createLibrary(), runtime, checkpoints, emit });

const weights = async (run: ReturnType<typeof engineWith>["run"]) => {
  const { made } = await run(graph, ["evolve"], { heavy: true, partial: true });
  const evolution = made.get("evolve")?.outputs.evolution as Evolution;
  return {
    generation: evolution.generation,
    weights: evolution.generator.weights,
    children: evolution.children,
  };
};

it("[R26] [R27] evolves to the same generator in steps, and from a checkpoint in another engine", async () => {
  const straight = await weights(engineWith().run);
  const checkpoints = heldCheckpoints();
  const stepped = engineWith(checkpoints);
  for (let k = 1; k <= 3; k++) {
    const { states } = await stepped.run(graph, ["evolve?"], { heavy: true, partial: true, pace: "step" });
    expect(states.get("evolve")).toEqual({ state: "stopped", done: k, of: 12 });
  }
  expect(await weights(engineWith(checkpoints).run)).toEqual(straight);
  expect(await weights(stepped.run)).toEqual(straight);
  expect(straight.generation).toBe(12);
});

it("[R27] loses nothing of a pause that comes while somebody looks at its last generation", async () => {
  const checkpoints = heldCheckpoints();
  const seen: number[] = [];
  const paused = engineWith(checkpoints, (event) => {
    if (event.kind !== "preview" || event.preview.kind !== "evolution") return;
    seen.push(event.preview.generation);
    if (event.preview.generation === 3) paused.engine.cancel();
  });
  await paused.run(graph, ["evolve?"], { heavy: true, partial: true, pace: "slow" });
  expect(seen.at(-1)).toBe(3);
  const { states } = await engineWith(checkpoints).run(graph, ["evolve?"], {
    ...{ heavy: true, partial: true, pace: "step" },
  });
  expect(states.get("evolve")).toEqual({ state: "stopped", done: 4, of: 12 });
});
