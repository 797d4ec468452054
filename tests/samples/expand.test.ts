import { afterAll, expect, test, vi } from "vitest";
import { unfold } from "../../editor/unfold.ts";
import type { GeneratorCard } from "../../engine/card.ts";
import type { Expandable } from "../../engine/expansion.ts";
import type { GraphDocument, Wire } from "../../engine/graph.ts";
import { loadModels } from "../../nodes/cli/loadModels.ts";
import { synthesis } from "../../nodes/generator/synthesis.ts";
import { distance } from "../expectClose.ts";
import { Sample, sampleGraph, wasm } from "./sampleGraph.ts";

vi.setConfig({ testTimeout: 120_000 });

afterAll(async () => (await wasm()).close());

const cardOf = async (id: string) =>
  (await loadModels([])).cards().find((card) => card.id === id) as GeneratorCard;
const { expand } = synthesis.expandable as Expandable;
const room = { right: 1e6, bottom: 1e6, by: [0, 0] } as const;

/** The graph with one of its synthesis nodes as layers. */
async function expanded(document: GraphDocument, id: string): Promise<Sample> {
  const { params } = document.nodes.find((node) => node.id === id) as GraphDocument["nodes"][number];
  const entering = document.wires.filter(({ to }) => to[0] === id);
  const expansion = expand({
    params: { tap: "", ...params },
    inputs: new Map(entering.map(({ from, to }) => [to[1], from])),
    card: await cardOf("scenes-stylegan"),
    samples: () => 3,
  });
  if (typeof expansion === "string") throw new Error(expansion);
  return new Sample(unfold.expand(id, expansion, room)(document));
}

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") }) as unknown as Wire;

/** Three styles of three samples each, noise, and a tap half-way. */
function mixed(inputs: Readonly<Record<string, string>>): GraphDocument {
  const seeds = { a: 1, b: 2, c: 3 };
  const nodes = Object.entries(seeds).flatMap(([name, seed]) => [
    { id: `z${name}`, type: "sampleLatent", params: { seed, count: 3 }, at: [0, 0] as const },
    { id: name, type: "mapping", params: {}, at: [0, 0] as const },
  ]);
  return {
    ...sampleGraph("01-first-image.json"),
    nodes: [
      ...nodes,
      { id: "noise", type: "noise", params: { seed: 5 }, at: [0, 0] },
      { id: "synth", type: "synthesis", params: { tap: "16x16 a" }, at: [0, 0] },
    ],
    wires: [
      ...Object.keys(seeds).map((name) => wire(`z${name}.z`, `${name}.z`)),
      ...Object.entries(inputs).map(([input, from]) => wire(from, `synth.${input}`)),
    ],
    frames: [],
  };
}

test.each([
  ["one style and no noise", { coarse: "a.w" }],
  ["three styles and noise", { coarse: "a.w", middle: "b.w", fine: "c.w", noise: "noise.noise" }],
  ["coarse's style for the middle layers", { coarse: "a.w", fine: "c.w", noise: "noise.noise" }],
  ["middle's style for the fine layers", { coarse: "a.w", middle: "b.w" }],
])("a synthesis of %s gives the same pictures and features as its layers", async (_, inputs) => {
  const whole = mixed(inputs);
  const layers = await expanded(whole, "synth");
  const [image, features] = await new Sample(whole).arrays(["synth.image", "synth.features"]);
  const [own, tapped] = await layers.arrays(["toRGB.image", "layer16a.features"]);
  if (!image || !features || !own || !tapped) throw new Error("arrays are missing");
  expect(own.shape).toEqual(image.shape);
  expect(tapped.shape).toEqual(features.shape);
  expect(distance(own.data, image.data)).toBeLessThanOrEqual(1e-6);
  expect(distance(tapped.data, features.data)).toBeLessThanOrEqual(1e-6);
});

test("the pictures of a sample graph stay as they are when a synthesis is expanded", async () => {
  const document = sampleGraph("05-noise.json");
  const before = await new Sample(document).array("viewFine");
  const after = await (await expanded(document, "synthFine")).array("viewFine");
  expect(distance(after.data, before.data)).toBeLessThanOrEqual(1e-6);
});
