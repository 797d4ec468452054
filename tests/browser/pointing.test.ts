import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") });

/** A picture to point at, its layer 16×16 b, and what flows on: the strongest unit there, switched off. */
const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Pointing",
  nodes: [
    { id: "z", type: "sampleLatent", params: { seed: 7, count: 2 }, at: [0, 0] },
    { id: "w", type: "mapping", at: [0, 200] },
    { id: "made", type: "synthesis", params: { tap: "16x16 b" }, at: [160, 0] },
    { id: "there", type: "unitsAt", params: { place: [0.1, 0.1] }, at: [460, 0] },
    { id: "off", type: "unitMask", at: [760, 0] },
  ],
  wires: [
    wire("z.z", "w.z"),
    wire("w.w", "made.coarse"),
    wire("made.image", "there.image"),
    wire("made.features", "there.features"),
    wire("made.features", "off.features"),
    wire("there.units", "off.units"),
  ],
});

const node = () => editor.node("there");
const mark = () => node().getByRole("slider", { name: "Place" });
const field = () => node().getByRole("textbox", { name: "Place" });
const says = () => mark().getAttribute("aria-valuetext");
const rows = () => node().getByRole("table", { name: "Strongest units there" }).getByRole("row");
const table = async () => (await rows().allTextContents()).join("\n");

async function changed(before: string): Promise<string> {
  await expect.poll(table, { timeout: 45_000 }).not.toBe(before);
  return table();
}

async function move(x: number, y: number): Promise<void> {
  const box = await mark().boundingBox();
  if (box === null) throw new Error("there is nothing to point at");
  await editor.page.mouse.move(box.x + x * box.width, box.y + y * box.height);
}

async function stored(): Promise<{ at: unknown; params: { place?: number[] } }> {
  const { nodes } = JSON.parse((await editor.exported()).text);
  return nodes.find(({ id }: { id: string }) => id === "there");
}

beforeAll(async () => {
  editor = await open();
});

describe("pointing at a picture", () => {
  let first: string;
  let second: string;

  it("shows the sample, the cell and its strongest units", async () => {
    await editor.importText("pointing.json", graph);
    await expect.poll(() => editor.page.title()).toBe("Pointing · Ganglion");
    await editor.settled();
    await expect.poll(says).toBe("Cell 1, 1 of 16 × 16");
    expect(await editor.shown("there")).toMatchObject({
      pictures: 1,
      pixels: expect.stringMatching(/^64x64 /),
    });
    first = await table();
    expect(first).toMatch(/^unitσ above mean\n\d+\.\d\d\n/);
    expect(await rows().count()).toBe(9);
  });

  it("tells anew while the pointer is down, and does not move the node", async () => {
    const { at } = await stored();
    await move(0.5, 0.5);
    expect(await table()).toBe(first);
    await editor.page.mouse.down();
    const midway = await changed(first);
    await move(0.4, 0.95);
    await changed(midway);
    await editor.page.mouse.up();
    await expect.poll(says).toBe("Cell 6, 15 of 16 × 16");
    await editor.settled();
    second = await table();
    const now = await stored();
    expect(now.at).toEqual(at);
    expect(now.params.place?.[0]).toBeCloseTo(0.4, 1);
    expect(await node().locator("output").textContent()).toMatch(/^Strongest: unit \d+$/);
  });

  it("is one step a drag", async () => {
    await editor.page.keyboard.press("Control+z");
    await expect.poll(says).toBe("Cell 1, 1 of 16 × 16");
    await expect.poll(table).toBe(first);
    await editor.page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(table).toBe(second);
  });

  it("goes from cell to cell by keys, and stops at the edge", async () => {
    await mark().focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowUp"]) await editor.page.keyboard.press(key);
    await expect.poll(says).toBe("Cell 7, 14 of 16 × 16");
    expect((await stored()).params.place).toEqual([0.4688, 0.9063]);
    await changed(second);
  });

  it("takes a place that is typed, and marks what is none", async () => {
    await field().fill("0.1, 0.1");
    await expect.poll(says).toBe("Cell 1, 1 of 16 × 16");
    await expect.poll(table).toBe(first);
    await field().fill("0.1, 7");
    expect(await field().getAttribute("aria-invalid")).toBe("true");
    await field().press("Escape");
    expect(await field().inputValue()).toBe("0.1, 0.1");
    await editor.settled();
  });

  it("opens over the whole window, where one can point, too", async () => {
    await node().hover();
    await node().getByRole("button", { name: "Open over the whole window" }).click();
    const sheet = editor.page.getByRole("dialog");
    await sheet.getByRole("slider", { name: "Place" }).press("ArrowRight");
    await expect
      .poll(() => sheet.getByRole("slider", { name: "Place" }).getAttribute("aria-valuetext"))
      .toBe("Cell 2, 1 of 16 × 16");
    await expect.poll(() => sheet.getByRole("columnheader").allInnerTexts()).toContain("activation");
    await editor.page.keyboard.press("Escape");
    expect(editor.complaints).toEqual([]);
  });
});
