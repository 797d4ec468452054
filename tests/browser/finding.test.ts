import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
const graph = {
  format: "ganglion/graph",
  version: 1,
  name: "Ring",
  about: "",
  nodes: [{ id: "ring", type: "pointDataset", params: { count: 8 }, at: [0, 0] }],
  wires: [],
};

const patience = { timeout: 20_000, interval: 50 };
const nodes = async () => Object.keys(await editor.states());

let editor: Editor;
beforeAll(async () => {
  editor = await open();
  await vi.waitFor(async () => expect((await nodes()).length).toBeGreaterThan(0), patience);
});
beforeEach(async () => {
  await editor.importText("ring.json", JSON.stringify(graph));
  await vi.waitFor(async () => expect(await nodes()).toEqual(["ring"]), patience);
});

const finder = () => editor.page.getByRole("dialog", { name: /node/ });
const offers = () => finder().getByRole("option");
const undo = () => editor.page.keyboard.press("Control+z");

/** A place on the bare canvas. */
async function bare(): Promise<[number, number]> {
  const box = await editor.page.locator(".table").boundingBox();
  if (!box) throw new Error("there is no canvas");
  return [box.x + 40, box.y + 40];
}

async function dropOnNothing(socket: string): Promise<void> {
  const box = await editor.socket("ring", socket).boundingBox();
  if (!box) throw new Error(`no socket ${socket}`);
  await editor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await editor.page.mouse.down();
  await editor.page.mouse.move(...(await bare()), { steps: 4 });
  await editor.page.mouse.up();
}

describe("the search on the canvas", () => {
  it("opens by a double-click and puts the node there", async () => {
    const [x, y] = await bare();
    await editor.page.mouse.dblclick(x, y);
    await editor.page.keyboard.type("scater");
    await expect.poll(() => offers().first().textContent()).toContain("View points");
    await editor.page.keyboard.press("Enter");
    await expect.poll(nodes).toEqual(["ring", "viewPoints"]);
    const box = await editor.node("viewPoints").boundingBox();
    expect(Math.abs((box?.x ?? 0) + 40 - x)).toBeLessThan(44);
    expect(await finder().isVisible()).toBe(false);
  });

  it("opens by Space, is walked by arrows and left by Escape", async () => {
    await editor.page.mouse.click(...(await bare()));
    await editor.page.keyboard.press("Space");
    await expect.poll(() => offers().count()).toBeGreaterThan(40);
    const chosen = () => finder().getByRole("option", { selected: true }).getAttribute("data-offer");
    const first = await chosen();
    await editor.page.keyboard.press("ArrowDown");
    await expect.poll(chosen).not.toBe(first);
    await editor.page.keyboard.press("ArrowUp");
    await expect.poll(chosen).toBe(first);
    await editor.page.keyboard.type("zzzz");
    await finder().getByText("No node fits these words.").waitFor();
    await editor.page.keyboard.press("Escape");
    await expect.poll(() => finder().isVisible()).toBe(false);
    expect(await nodes()).toEqual(["ring"]);
  });
});

describe("the search for commands", () => {
  it("opens by Ctrl+K, offers what can act now, and does it", async () => {
    const theme = () => editor.page.evaluate(() => document.documentElement.dataset.theme);
    await editor.page.keyboard.press("Control+k");
    const box = editor.page.getByRole("dialog", { name: "Find a command" });
    const commands = () =>
      box.getByRole("option").evaluateAll((those) => those.map(({ dataset }) => dataset.offer));
    await expect.poll(commands).toContain("theme");
    expect(await commands()).not.toContain("duplicate");
    const before = await theme();
    await editor.page.keyboard.type("dark");
    await expect.poll(commands).toEqual(["theme"]);
    await editor.page.keyboard.press("Enter");
    await expect.poll(theme).not.toBe(before);
    expect(await box.isVisible()).toBe(false);
  });
});

describe("a wire that is dropped on nothing", () => {
  it("asks for a node that fits, and is wired to it in one step", async () => {
    await dropOnNothing("out:data");
    await expect.poll(() => offers().count()).toBeGreaterThan(0);
    const all = await offers().evaluateAll((those) => those.map(({ dataset }) => dataset.offer));
    expect(all).toContain("evolve");
    expect(all).not.toContain("mapping");
    await editor.page.keyboard.type("coverage");
    await offers().filter({ hasText: "Mode coverage" }).click();
    await expect.poll(() => editor.wires()).toEqual(["ring.data>modeCoverage.data"]);
    await editor.page.keyboard.press("Escape");
    await undo();
    await expect.poll(nodes).toEqual(["ring"]);
    expect(await editor.wires()).toEqual([]);
    expect(editor.complaints).toEqual([]);
  });
});
