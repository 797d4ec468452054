import { beforeAll, describe, expect, it } from "vitest";
import { generationOf, openGraph, press, quick, reaches, ringGraph, Screen } from "./evolving.ts";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
let screen: Screen;
const job = () => editor.page.getByTestId("job").textContent();

beforeAll(async () => {
  editor = await open();
  screen = new Screen(editor);
  await openGraph(editor, "Evolving", ringGraph("Evolving", { steps: 100_000 }));
});

describe("a run of evolution", () => {
  it("waits for Run; then generations count and pictures change", async () => {
    await editor.state("egan", "waits");
    await press(editor, "Run");
    await reaches(editor, "egan", 1);
    const [first, chart] = [await editor.shown("plane"), editor.node("course")];
    await editor.changed("plane", first);
    await chart.locator("svg [data-mark]").first().waitFor();
    await reaches(editor, "egan", ((await generationOf(editor, "egan")) ?? 0) + 10);
  });

  it("keeps what it has come to in a pause, which the status bar tells", async () => {
    await press(editor, "Cancel");
    await editor.state("egan", "stopped");
    await expect.poll(job).toBe("1 node is paused");
    const at = await generationOf(editor, "egan");
    expect(at).toBeGreaterThan(10);
    expect((await editor.shown("egan")).colours).toBeGreaterThan(5);
    await screen.open("egan");
    expect(await screen.paused()).toBe(at);
  });

  it("goes on by exactly one generation at a step", async () => {
    const at = await screen.paused();
    for (const step of [1, 2]) {
      await screen.button("One generation").click();
      await expect.poll(() => screen.generation()).toBe(at + step);
      expect(await screen.paused()).toBe(at + step);
    }
  });

  it("tells of the children how they are judged, which survives and why", async () => {
    const at = (await screen.generation()).toLocaleString("en");
    const children = screen.sheet().locator("section.children");
    expect(await children.getByRole("heading").textContent()).toBe(`Children of generation ${at}`);
    const labels = await children
      .getByRole("listitem")
      .evaluateAll((all) => all.map((each) => each.ariaLabel));
    expect(labels.map((label) => label?.split(", ")[0])).toEqual(["minimax", "heuristic", "least squares"]);
    const survivor = labels.find((label) => label?.endsWith(", survives"))?.replace(",", "");
    expect(labels.filter((label) => label?.endsWith(", dropped"))).toHaveLength(2);
    const why = (await children.locator(".why").textContent()) ?? "";
    expect(why.toLowerCase()).toMatch(new RegExp(`^${survivor}: its fitness [−\\d.]+ is the highest; `));
  });

  it("shows each generation at the pace Slow", async () => {
    const from = await screen.generation();
    await screen.sheet().getByRole("radio", { name: "Slow" }).click();
    await screen
      .sheet()
      .getByRole("progressbar")
      .evaluate((bar) => {
        const seen: string[] = [];
        new MutationObserver(() => seen.push(bar.ariaValueNow ?? "")).observe(bar, { attributes: true });
        Object.assign(window, { seen });
      });
    await screen.button("Resume").click();
    await expect.poll(() => screen.generation()).toBeGreaterThanOrEqual(from + 3);
    await screen.button("Pause").click();
    const last = await screen.paused();
    const seen = await editor.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const shown = [from, ...new Set(seen.map(Number))];
    expect(shown.at(-1)).toBe(last);
    // A page that is held up shows the newest only; at any other pace dozens are left out.
    const skipped = last - from - (shown.length - 1);
    expect(skipped).toBeLessThan(shown.length - 1);
  });

  it("begins anew from the start, and its history with it", async () => {
    // Still at the pace Slow: at another it may be past where it was before anybody has looked.
    const before = await screen.generation();
    await screen.button("Begin anew").click();
    await expect.poll(() => screen.generation()).toBeLessThan(before);
    await screen.button("Pause").click();
    expect(await screen.paused()).toBeLessThan(before);
    await screen.sheet().getByRole("radio", { name: "Live" }).click();
    await screen.close();
    expect(editor.complaints).toEqual([]);
  });
});

describe("the history of a run", () => {
  const body = () => screen.sheet().locator("section.making");

  it("shows an earlier generation at a click, and the present again", async () => {
    await openGraph(editor, "Done", ringGraph("Done", { steps: 44 }));
    await press(editor, "Run");
    await editor.settled();
    await screen.open("egan");
    await screen.button("Finished").waitFor();
    expect(await screen.generation()).toBe(44);
    const snapshots = screen.sheet().locator("section.history").getByRole("button");
    await expect.poll(() => snapshots.count()).toBe(12);
    await snapshots.nth(3).click();
    await expect.poll(() => body().getByRole("heading").textContent()).toMatch(/of 8 modes/);
    expect(await body().textContent()).toContain("Generation 12");
    await snapshots.nth(3).press("ArrowLeft");
    await expect.poll(() => body().textContent()).toContain("Generation 8");
    await snapshots.last().click();
    await expect.poll(() => body().textContent()).not.toContain("Generation");
  });

  it("hands a generator on: a wired node in one step of undo", async () => {
    const { wires } = { wires: await editor.wires() };
    await screen.sheet().locator("section.history").getByRole("button").nth(3).click();
    await screen.button("Keep generator 12").click();
    expect(await screen.button("Generator 12 kept").isDisabled()).toBe(true);
    await screen.close();
    await editor.state("evolvedAt", "done");
    expect(await editor.wires()).toEqual([...wires, "egan.evolution>evolvedAt.evolution"].sort());
    await editor.page.keyboard.press("Control+z");
    await expect.poll(() => editor.node("evolvedAt").count()).toBe(0);
    expect(await editor.wires()).toEqual(wires);
    await editor.page.getByRole("button", { name: "Redo" }).first().click();
    await editor.state("evolvedAt", "cached");
    expect(editor.complaints).toEqual([]);
  });
});

describe("two runs of one graph", () => {
  it("train side by side", async () => {
    const steps = 100_000;
    const nodes = [
      { id: "ring", type: "pointDataset", at: [0, 0] },
      { id: "egan", type: "evolve", params: { ...quick, steps }, at: [260, 0] },
      { id: "alone", type: "evolve", params: { ...quick, steps, mutations: "heuristic" }, at: [580, 0] },
    ];
    const wires = ["egan", "alone"].map((to) => ({ from: ["ring", "data"], to: [to, "data"] }));
    const text = JSON.stringify({ format: "ganglion/graph", version: 1, name: "Two", nodes, wires });
    await openGraph(editor, "Two", text);
    await press(editor, "Run");
    for (const id of ["egan", "alone"]) await reaches(editor, id, 10);
    for (const id of ["egan", "alone"]) await editor.state(id, "running");
    const both = async () => Promise.all(["egan", "alone"].map((id) => generationOf(editor, id)));
    const [first = 0, second = 0] = await both();
    await reaches(editor, "egan", (first ?? 0) + 5);
    await reaches(editor, "alone", (second ?? 0) + 5);
    await press(editor, "Cancel");
    await expect.poll(job).toBe("2 nodes are paused");
    expect(editor.complaints).toEqual([]);
  });
});
