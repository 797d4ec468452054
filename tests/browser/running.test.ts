import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open();
  await editor.settled();
});
afterAll(() => editor.page.context().close());

const graph = (name: string, nodes: unknown[], wires: unknown[]) =>
  JSON.stringify({ format: "ganglion/graph", version: 1, name, nodes, wires });

/** A reduction over many pictures: minutes of work, a chunk at a time. */
const long = graph(
  "Long",
  [
    { id: "z", type: "sampleLatent", params: { count: 5000 }, at: [0, 0] },
    { id: "w", type: "mapping", at: [200, 0] },
    { id: "pictures", type: "synthesis", at: [400, 0] },
    { id: "spread", type: "deviation", at: [700, 0] },
  ],
  [
    { from: ["z", "z"], to: ["w", "z"] },
    { from: ["w", "w"], to: ["pictures", "coarse"] },
    { from: ["pictures", "image"], to: ["spread", "image"] },
  ],
);

describe("a long run", () => {
  it("can be cancelled, and the editor goes on", async () => {
    await editor.importText("long.json", long);
    await editor.state("spread", "running");
    const job = editor.page.getByTestId("job");
    await job.getByRole("progressbar").waitFor();
    await job.getByRole("button", { name: "Cancel the run" }).click();
    await expect.poll(() => editor.page.getByTestId("job").textContent()).toBe("Cancelled");
    await editor.state("spread", "stopped");
    await editor.node("z").locator("header").click();
    const count = editor.page.getByLabel("Inspector").getByLabel("Count", { exact: true });
    await count.fill("4");
    await count.press("Enter");
    await editor.settled();
    expect((await editor.shown("spread")).colours).toBeGreaterThan(50);
    expect(editor.complaints).toEqual([]);
  });

  it("gives way to the newest edit", async () => {
    await editor.importText("long.json", long);
    await editor.state("spread", "running");
    await editor.choose("01 First image");
    await editor.settled();
    await expect.poll(() => editor.page.getByTestId("job").textContent()).toMatch(/^Up to date/);
  });
});

describe("a run that is asked for while the engine starts", () => {
  it("begins once it is up", async () => {
    const early = await open({}, () => {
      location.hash = "#sample=13-evolve-a-ring.json";
      const timer = setInterval(() => {
        if (!document.querySelector("[data-node]")) return;
        clearInterval(timer);
        document.querySelector<HTMLElement>(".button.run")?.click();
      }, 5);
    });
    await early.state("egan", "running");
    await early.page.context().close();
  });
});

describe("a node that fails", () => {
  it("says why and what to do; what follows names it; the rest runs", async () => {
    const nodes = [
      { id: "start", type: "constantInput", params: { generator: "nobody" }, at: [0, 0] },
      { id: "rgb", type: "toRGB", at: [250, 0] },
      { id: "z", type: "sampleLatent", at: [0, 250] },
    ];
    await editor.importText(
      "failing.json",
      graph("Failing", nodes, [{ from: ["start", "features"], to: ["rgb", "features"] }]),
    );
    await editor.state("start", "failed");
    await editor.state("rgb", "blocked");
    await editor.state("z", "done");
    const said = await editor.node("start").getByRole("alert").textContent();
    expect(said).toContain('There is no model "nobody"');
    expect(said).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await editor.node("rgb").locator("footer").textContent()).toContain("waits for");
    await expect.poll(() => editor.page.getByTestId("job").textContent()).toBe("1 node can't run");
    await editor.page.getByRole("button", { name: "1 node can't run" }).click();
    await editor.page.getByRole("menuitem", { name: 'Constant input There is no model "nobody"' }).click();
    await expect
      .poll(() => editor.page.evaluate(() => document.activeElement?.getAttribute("data-node")))
      .toBe("start");
    expect(await editor.node("start").getAttribute("class")).toContain("selected");
    await editor.node("z").locator("header").click();
    await editor.page.keyboard.press("F8");
    expect(await editor.node("start").getAttribute("class")).toContain("selected");
  });
});

describe("the backend", () => {
  it("can be switched to WebGPU on request, and gives the same latents", async () => {
    const latents = graph(
      "Latents",
      [{ id: "z", type: "sampleLatent", params: { seed: 5, count: 3 }, at: [0, 0] }],
      [],
    );
    await editor.importText("latents.json", latents);
    await expect.poll(() => editor.page.title()).toBe("Latents · Ganglion");
    const before = await editor.changed("z", await editor.shown("nobody"));
    // A row a sample: not what the node of the same name showed in the graph before.
    expect(before.pixels).toMatch(/^64x3 /);
    await editor.page.getByRole("button", { name: "Backend: WebAssembly" }).click();
    await editor.page.getByRole("menuitemradio", { name: "WebGPU" }).click();
    await editor.page.getByRole("button", { name: "Backend: WebGPU" }).waitFor();
    await editor.settled();
    await editor.shows("z", before);
    expect(editor.complaints).toEqual([]);
    await editor.page.getByRole("button", { name: "Backend: WebGPU" }).click();
    await editor.page.getByRole("menuitemradio", { name: "WebAssembly" }).click();
    await editor.page.getByRole("button", { name: "Backend: WebAssembly" }).waitFor();
  });

  it("is wasm, and the only one offered, where the browser has no WebGPU", async () => {
    const poor = await open({}, () => {
      Object.defineProperty(Navigator.prototype, "gpu", { get: () => undefined });
    });
    await poor.settled();
    expect((await poor.shown("mixed")).colours).toBeGreaterThan(500);
    await poor.page.getByRole("button", { name: "Backend: WebAssembly" }).waitFor();
  });
});
