import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { trained } from "../engine/trainer.ts";
import { distance } from "../expectClose.ts";
import { wasm } from "../nodes/workbench.ts";
import { compiledOnce, openBrowser } from "./openBrowser.ts";
import { evolveOnce } from "./page/evolveOnce.ts";
import type { Picture } from "./page/picture.ts";
import { enginePage, serveSite } from "./servedSite.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let page: Page;

beforeAll(async () => {
  site = await serveSite(enginePage);
  browser = await openBrowser(compiledOnce);
  page = await browser.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => "engine" in window);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

function worstGap(a: Picture, b: Picture): number {
  expect(a.shape).toEqual(b.shape);
  return a.values.reduce(
    (worst, value, i) => Math.max(worst, Math.abs(value - (b.values[i] ?? Number.NaN))),
    0,
  );
}

describe("wasm in a browser", () => {
  it("is what a machine without a real GPU gets, with threads", async () => {
    const { backend, available, threads, note } = await page.evaluate(() => window.engine.status("wasm"));
    expect({ backend, note }).toEqual({ backend: "wasm", note: null });
    expect(available).toEqual(["wasm", "webgpu"]);
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    expect(threads).toBe(Math.min(8, Math.max(1, cores - 1)));
  });
});

describe("own kernels in a browser", () => {
  it.each([
    ["points", 29],
    ["pictures", 18],
  ] as const)("[R32] evolve %s to the very numbers that they evolve to in Node", async (what, count) => {
    const there = await page.evaluate((each) => window.engine.evolveOnce("wasm", each), what);
    expect(there).toEqual(await evolveOnce(await wasm(), what));
    expect(there.numbers).toHaveLength(count);
  });
});

describe("WebGPU on a software adapter", () => {
  it("runs own kernels as their references on the CPU do", async () => {
    const comparisons = await page.evaluate(() => window.engine.compareKernels());
    expect(comparisons).toHaveLength(12);
    for (const { what, shape, expected, worst } of comparisons) {
      expect(shape, what).toEqual(expected);
      expect(worst, what).toBeLessThanOrEqual(1e-6);
    }
  });

  it("gives the picture that wasm gives within 1e-3, its features never leaving the GPU between layers", async () => {
    const wasm = await page.evaluate(() => window.engine.wholePicture("wasm"));
    const webgpu = await page.evaluate(() => window.engine.pictureByLayers("webgpu"));
    expect(new Set(webgpu.places)).toEqual(new Set(["gpu"]));
    expect(Math.max(...wasm.values) - Math.min(...wasm.values)).toBeGreaterThan(0.5);
    expect(worstGap(webgpu, wasm)).toBeLessThan(1e-3);
  }, 180_000);

  it("evolves as wasm does, weights staying on the GPU", async () => {
    const wasm = await page.evaluate(() => window.engine.evolveOnce("wasm", "pictures"));
    const webgpu = await page.evaluate(() => window.engine.evolveOnce("webgpu", "pictures"));
    expect(wasm.numbers).toHaveLength(18);
    expect(distance(webgpu.numbers, wasm.numbers)).toBeLessThan(1e-3);
    expect(webgpu.places).toEqual(["gpu"]);
    // What is left is the survivor and the discriminator: the weights and two moments of each.
    expect(webgpu.left).toBe(6);
  }, 180_000);

  it("goes on with a new device after the GPU process died", async () => {
    const before = await page.evaluate(() => window.engine.firstFeatures("webgpu"));
    const control = await browser.newBrowserCDPSession();
    await control.send("Browser.crashGpuProcess");
    await page.waitForFunction(() => window.engine.losses().includes("webgpu"));
    const after = await page.evaluate(() => window.engine.firstFeatures("webgpu"));
    expect(worstGap(after, before)).toBeLessThan(1e-6);
  });
});

describe("a training", () => {
  it("[R27] goes on after a reload where it was paused, and is there at once when it was done", async () => {
    const visit = async (pauseAt: number | null) => {
      await page.reload();
      await page.waitForFunction(() => "engine" in window);
      return page.evaluate((at) => window.engine.train(300, at), pauseAt);
    };
    const paused = await visit(60);
    const at = paused.state?.state === "stopped" ? paused.state.done : 0;
    expect(at).toBeGreaterThanOrEqual(60);
    expect(paused.value).toBe(trained(1, at));
    const done = await visit(null);
    expect(done.first).toBeGreaterThan(at);
    expect(done).toMatchObject({ state: { state: "done" }, value: trained(1, 300), checkpoints: 1 });
    expect(await visit(null)).toMatchObject({ first: null, value: trained(1, 300) });
  });
});

describe("a worker that hangs in the middle of a run", () => {
  it("is replaced by another one, which runs the graph again and shows the picture", async () => {
    const { workers, pictures, states } = await page.evaluate(() => window.engine.replaceStuckWorker());
    expect(workers).toBe(2);
    expect(pictures).toBe(1);
    expect(states.every((state) => state === "done")).toBe(true);
  });
});
