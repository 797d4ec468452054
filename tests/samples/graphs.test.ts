import { afterAll, describe, expect, test, vi } from "vitest";
import { slice } from "../../engine/tensor.ts";
import type { Style } from "../../engine/values.ts";
import { own } from "../../engine/wire.ts";
import { loadModels } from "../../nodes/cli/loadModels.ts";
import { catalogue } from "../../nodes/index.ts";
import { distance } from "../expectClose.ts";
import { picture, Sample, sampleGraph, sampleNames, wasm } from "./sampleGraph.ts";

vi.setConfig({ testTimeout: 120_000 });

afterAll(async () => (await wasm()).close());

/** Height and width of the sample generator's pictures. */
const size = async () => {
  const [card] = (await loadModels([])).cards().filter(({ id }) => id === "scenes-stylegan");
  if (card?.kind !== "generator") throw new Error("scenes-stylegan is missing");
  return card.layers.at(-1)?.resolution ?? 0;
};

/**
 * The same graph with at most 8 samples wherever it draws more, 64 where a run learns from them, eight units where each is tried,
 * and three generations: what it computes stays the same, only less sure.
 */
function withFewSamples(document: ReturnType<typeof sampleGraph>): Sample {
  const runs = document.nodes.filter(({ type }) => type === "evolve").map(({ id }) => id);
  const learned = document.wires.filter(({ to: [id, port] }) => runs.includes(id) && port === "data");
  const least = (id: string) => (learned.some(({ from }) => from[0] === id) ? 64 : 8);
  const many = document.nodes.filter(
    ({ id, params }) => Number(params.count) > least(id) && (params.seed !== undefined || least(id) === 64),
  );
  const ranked = document.nodes.filter(({ type }) => type === "rankUnits").map(({ id }) => id);
  return new Sample(document).set(
    ...many.map(({ id }) => `${id}.count=${least(id)}`),
    ...runs.map((id) => `${id}.steps=3`),
    ...ranked.map((id) => `${id}.units=0-7`),
  );
}

/** Height and width of the pictures of a graph: those that a run learns from, else the sample generator's. */
async function sizeIn({ nodes }: ReturnType<typeof sampleGraph>): Promise<number> {
  const learned = nodes.some(({ type }) => type === "evolve");
  const data = nodes.find(({ type }) => type === "imageDataset");
  return learned && data ? Number(data.params.size ?? 64) : size();
}

describe.each(sampleNames)("%s", (name) => {
  const document = sampleGraph(name);

  test("has a name and says in a sentence what it shows", () => {
    expect(name).toMatch(/^\d\d-[a-z-]+\.json$/);
    expect(document.name).not.toBe("");
    expect(document.about).toMatch(/^[A-Z].{30,}\.$/);
  });

  test("holds only nodes that are known, in frames that exist", () => {
    for (const { type } of document.nodes) expect(own(catalogue, type)).toBeDefined();
    const ids = new Set(document.nodes.map(({ id }) => id));
    for (const { nodes } of document.frames) expect(nodes.every((id) => ids.has(id))).toBe(true);
  });

  test("runs headless: every view shows finite pictures", async () => {
    const views = document.nodes.filter(({ type }) => own(catalogue, type)?.show).map(({ id }) => id);
    expect(views.length).toBeGreaterThan(0);
    const { states, made } = await withFewSamples(document).run(views);
    const failed = [...states].filter(([, { state }]) => state !== "done" && state !== "cached");
    expect(failed).toEqual([]);
    const runtime = await wasm();
    for (const { view } of made.values()) {
      if (view?.kind !== "images") continue; // charts and tables have tests of their own
      const { shape, data } = await runtime.read(view.image.tensor);
      expect(shape.slice(1)).toEqual([3, await sizeIn(document), await sizeIn(document)]);
      expect(data.every(Number.isFinite)).toBe(true);
    }
  });
});

test("01: every latent gives a picture of its own, and another seed others", async () => {
  const first = new Sample("01-first-image.json");
  const images = await first.array("view");
  expect(images.shape[0]).toBe(8);
  for (let other = 1; other < 8; other++)
    expect(distance(picture(images, 0), picture(images, other))).toBeGreaterThan(0.2);
  const others = await first.set("z.seed=8").array("view");
  expect(distance(picture(images, 0), picture(others, 0))).toBeGreaterThan(0.2);
});

describe("02: style mixing", () => {
  const sample = new Sample("02-style-mixing.json");
  const layers = sample.document.nodes.filter(({ type }) => type === "adainLayer").map(({ id }) => id);

  test("every layer has a style wire of its own, the coarse ones from the source", () => {
    const coarse = sample.document.frames.find(({ id }) => id === "coarse")?.nodes;
    for (const id of layers) {
      const wire = sample.document.wires.find(({ to }) => to[0] === id && to[1] === "w");
      expect(wire?.from[0]).toMatch(coarse?.includes(id) ? /Source$/ : /Destination$/);
    }
    expect(sample.document.frames.flatMap(({ nodes }) => nodes)).toEqual(layers);
  });

  test("the layers one by one give what synthesis gives with the same styles", async () => {
    const [mixed, source, destination] = await sample.arrays(["mixed", "mapSource.w", "mapDestination.w"]);
    const style = (tensor: typeof source): Style => ({
      type: "style",
      generator: "scenes-stylegan",
      tensor: tensor as NonNullable<typeof tensor>,
    });
    const wires = [
      ...sample.document.wires,
      { from: ["mapDestination", "w"], to: ["source", "middle"] } as const,
    ];
    const whole = new Sample({ ...sample.document, wires });
    const feeds = new Map([
      ["mapSource.w", style(source)],
      ["mapDestination.w", style(destination)],
    ]);
    const image = await whole.array("source.image", feeds);
    expect(distance(mixed?.data ?? [], image.data)).toBeLessThan(1e-4);
  });

  test("moving one coarse wire changes the picture", async () => {
    const before = await sample.array("mixed");
    const first = layers[0] ?? "";
    const wire = sample.document.wires.find(({ to }) => to[0] === "layer16a" && to[1] === "w");
    const after = await sample.rewire(`${first}.w`, wire?.from.join(".") ?? "").array("mixed");
    expect(distance(before.data, after.data)).toBeGreaterThan(0.05);
  });

  test("with all wires from the destination the mixture is the destination", async () => {
    const destination = sample.document.wires.find(({ to }) => to[0] === "destination")?.from.join(".") ?? "";
    const all = layers.reduce((graph, id) => graph.rewire(`${id}.w`, destination), sample);
    const [mixed, image] = await all.arrays(["mixed", "destination.image"]);
    expect(distance(mixed?.data ?? [], image?.data ?? [])).toBeLessThan(1e-4);
  });
});

test("03: a picture takes its named range from its column's source, the rest from its row's destination", async () => {
  const sample = new Sample("03-mixing-figure.json");
  const views = ["viewCoarse", "viewMiddle", "viewFine"];
  const [coarse, middle, fine, down, across] = await sample.arrays([
    ...views,
    "truncDestination.w",
    "truncSource.w",
  ]);
  if (!coarse || !middle || !fine || !down || !across) throw new Error("expected five arrays");
  const [row, column, columns] = [2, 1, across.shape[0] ?? 0];
  expect(coarse.shape[0]).toBe((down.shape[0] ?? 0) * columns);
  const style = (of: typeof down, at: number): Style => ({
    type: "style",
    generator: "scenes-stylegan",
    tensor: slice(of, at, at + 1),
  });
  const feeds = new Map([
    ["pairs.rows", style(down, row)],
    ["pairs.columns", style(across, column)],
  ]);
  const alone = await sample.arrays(views, feeds);
  for (const [at, grid] of [coarse, middle, fine].entries())
    expect(distance(picture(grid, row * columns + column), alone[at]?.data ?? [])).toBeLessThan(1e-4);
  expect(distance(coarse.data, fine.data)).toBeGreaterThan(0.2);
});

test("04: at psi 0 all pictures are one, at 1 they are as they were drawn, in between they come nearer", async () => {
  const sample = new Sample("04-truncation.json");
  const [full, nearer, mean, drawn, opposite] = await sample.arrays([
    "view1",
    "view05",
    "view0",
    "map.w",
    "truncminus1.w",
  ]);
  if (!full || !nearer || !mean || !drawn || !opposite) throw new Error("expected five arrays");
  for (let other = 1; other < 4; other++) {
    expect(distance(picture(mean, 0), picture(mean, other))).toBeLessThan(1e-5);
    expect(distance(picture(full, 0), picture(full, other))).toBeGreaterThan(0.2);
  }
  const [w, centre] = await sample.arrays(["trunc1.w", "trunc0.w"]);
  expect(distance(w?.data ?? [], drawn.data)).toBeLessThan(1e-5);
  const mirrored = drawn.data.map((value, i) => 2 * (centre?.data[i] ?? 0) - value);
  expect(distance(opposite.data, mirrored)).toBeLessThan(1e-5);
});

describe("05: noise", () => {
  const sample = new Sample("05-noise.json");

  test("changes the picture, in all, fine and coarse layers each in its own way", async () => {
    const images = await sample.arrays(["viewAll", "viewNone", "viewFine", "viewCoarse"]);
    for (const [at, image] of images.entries())
      for (const other of images.slice(at + 1))
        expect(distance(image.data, other.data)).toBeGreaterThan(1e-4);
  });

  test("without strength is no noise", async () => {
    const [all, none] = await sample.set("noiseAll.strength=0").arrays(["viewAll", "viewNone"]);
    expect(distance(all?.data ?? [], none?.data ?? [])).toBe(0);
  });

  test("differs from draw to draw: somewhere in the picture, and nowhere without noise", async () => {
    const deviation = await sample.array("viewDeviation");
    expect(Math.max(...deviation.data)).toBeGreaterThan(-0.9);
    const still = await sample.set("noiseAll.strength=0").array("viewDeviation");
    expect(Math.max(...still.data)).toBeLessThan(-0.999);
  });

  test("gives 32 draws, none like another", async () => {
    const draws = await sample.array("draws.image");
    expect(draws.shape[0]).toBe(32);
    expect(distance(picture(draws, 3), picture(draws, 31))).toBeGreaterThan(1e-3);
  });
});

test("06: both ways start at one picture and end at another, and differ in between", async () => {
  const [z, w] = await new Sample("06-interpolation.json").arrays(["viewZ", "viewW"]);
  if (!z || !w) throw new Error("expected two arrays");
  expect([z.shape[0], w.shape[0]]).toEqual([9, 9]);
  for (const end of [0, 8]) expect(distance(picture(z, end), picture(w, end))).toBeLessThan(1e-3);
  expect(distance(picture(z, 4), picture(w, 4))).toBeGreaterThan(0.1);
  expect(distance(picture(z, 0), picture(z, 8))).toBeGreaterThan(0.2);
});
