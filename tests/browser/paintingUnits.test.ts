import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, type Shown, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
/** The picture while nothing is painted, with trees, and with a door taken out of it. */
let untouched: Shown;
let trees: Shown;
let both: Shown;

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") });
const csv = ["unit,tree", ...Array.from({ length: 96 }, (_, unit) => `${unit},0`)].join("\n");
const chosen = (id: string, label: string, units: string, x: number) => ({
  id,
  type: "viewUnits",
  params: { units, minIoU: 0.5 },
  label,
  at: [x, 260],
  width: 140,
});

/** A picture from layer 16×16 b on, and two sets of units, of which one is wired in. */
const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Painting units",
  nodes: [
    { id: "z", type: "sampleLatent", params: { seed: 7 }, at: [0, 0] },
    { id: "w", type: "mapping", at: [160, 0] },
    { id: "before", type: "synthesis", params: { tap: "16x16 b" }, at: [280, 0], width: 180 },
    { id: "table", type: "csvTable", params: { csv }, at: [0, 260], width: 140 },
    chosen("trees", "Tree units", "0-19", 160),
    chosen("doors", "Doors, windows and all other openings of a house", "20-60", 320),
    { id: "paint", type: "paintUnits", params: { value: 3 }, at: [500, 0], width: 260 },
  ],
  wires: [
    wire("z.z", "w.z"),
    wire("w.w", "before.coarse"),
    wire("before.features", "paint.features"),
    wire("w.w", "paint.w"),
    wire("table.table", "trees.scores"),
    wire("table.table", "doors.scores"),
  ],
});

const node = () => editor.node("paint");
const surface = () => node().getByRole("application");
const line = () => node().locator(".brush-line");
const radio = (name: string) => node().getByRole("radio", { name, exact: true });
const states = () => node().locator(".trail-state");

async function paint(...way: readonly (readonly [number, number])[]): Promise<void> {
  const box = await surface().boundingBox();
  if (box === null) throw new Error("there is nothing to paint on");
  const go = ([x, y]: readonly [number, number]) =>
    editor.page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 });
  await go(way[0] ?? [0, 0]);
  await editor.page.mouse.down();
  for (const place of way.slice(1)) await go(place);
  await editor.page.mouse.up();
}

async function strokes(): Promise<string[]> {
  const { nodes } = JSON.parse((await editor.exported()).text);
  const { params } = nodes.find(({ id }: { id: string }) => id === "paint");
  return (params.strokes ?? []).map(({ mode, brush }: { mode: string; brush?: string }) =>
    brush === undefined ? mode : `${mode} ${brush}`,
  );
}

beforeAll(async () => {
  editor = await open();
});

describe("painting units", () => {
  it("says what to do while no units are wired in, and paints nothing", async () => {
    await editor.importText("painting-units.json", graph);
    await expect.poll(() => editor.page.title()).toBe("Painting units · Ganglion");
    await editor.settled();
    untouched = await picture();
    expect(untouched).toMatchObject({ pixels: expect.stringMatching(/^64x64 /) });
    await expect.poll(() => node().locator(".unit-brush").allTextContents()).toEqual(["Wire units into a"]);
    await paint([0.3, 0.3], [0.5, 0.3]);
    expect(await strokes()).toEqual([]);
  });

  it("offers a brush for the units that are wired in, by the name of the node they come from", async () => {
    await node()
      .getByRole("button", { name: /more port/ })
      .click();
    await editor.wire(["trees", "out:units"], ["paint", "in:a"]);
    await expect.poll(() => editor.wires()).toContain("trees.units>paint.a");
    await expect.poll(() => node().locator(".unit-brush").allTextContents()).toEqual(["Tree units"]);
    expect(await radio("Tree units +").getAttribute("aria-checked")).toBe("true");
    await editor.settled();
    await pictureIs(untouched);
  });

  it("changes its own picture while the pointer is still down", async () => {
    const box = await surface().boundingBox();
    await editor.page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 60);
    await editor.page.mouse.down();
    await editor.page.mouse.move((box?.x ?? 0) + 90, (box?.y ?? 0) + 70, { steps: 4 });
    const midway = await pictureOtherThan(untouched);
    await editor.page.mouse.move((box?.x ?? 0) + 150, (box?.y ?? 0) + 150, { steps: 4 });
    await pictureOtherThan(midway);
    await editor.page.mouse.up();
    await expect.poll(() => line().textContent()).toMatch(/^1 stroke.*of 16 × 16$/);
    expect(await strokes()).toEqual(["paint a"]);
    await expect.poll(() => states().allTextContents()).toEqual(["start", "1"]);
    trees = await pictureAfter(1);
  });

  it("takes units out with another brush, whose long name is cut short", async () => {
    await node()
      .getByRole("button", { name: /more port/ })
      .click();
    await editor.wire(["doors", "out:units"], ["paint", "in:b"]);
    await expect.poll(() => editor.wires()).toContain("doors.units>paint.b");
    const name = "Doors, windows and all other openings of a house";
    await radio(`${name} −`).click();
    const [row, width] = [node().locator(".unit-brush").last(), (await node().boundingBox())?.width ?? 0];
    expect((await row.boundingBox())?.width).toBeLessThan(width);
    expect((await row.boundingBox())?.height).toBeLessThan(26);
    await paint([0.3, 0.8], [0.7, 0.8]);
    both = await pictureAfter(2);
    expect(both.pixels).not.toBe(trees.pixels);
    expect(await strokes()).toEqual(["paint a", "erase b"]);
  });

  it("shows the picture before while B or the button is held, and then what was painted again", async () => {
    await surface().hover();
    await editor.page.keyboard.down("b");
    await pictureIs(untouched);
    expect(await line().textContent()).toContain("Without what was painted");
    await editor.page.keyboard.up("b");
    await pictureIs(both);
    await node().getByRole("button", { name: "Before" }).hover();
    await editor.page.mouse.down();
    await pictureIs(untouched);
    await editor.page.mouse.up();
    await pictureIs(both);
    expect(await strokes()).toEqual(["paint a", "erase b"]);
  });

  it("goes back to a state by its small picture, forth again, and back by undo", async () => {
    expect(await states().locator(".plane").count()).toBe(3);
    await node().getByRole("button", { name: "Back to stroke 1" }).click();
    await pictureIs(trees);
    expect(await strokes()).toEqual(["paint a"]);
    expect(await states().allTextContents()).toEqual(["start", "1", "2"]);
    await node().getByRole("button", { name: "Back to stroke 2" }).click();
    await pictureIs(both);
    await editor.page.keyboard.press("Control+z");
    await editor.page.keyboard.press("Control+z");
    await pictureIs(both);
    await node().getByRole("button", { name: "Undo", exact: true }).click();
    await pictureIs(trees);
    expect(await strokes()).toEqual(["paint a"]);
  });

  it("gives back what was there", async () => {
    await radio("Give back what was there").click();
    const size = node().getByRole("slider", { name: "Brush size" });
    await size.focus();
    await editor.page.keyboard.press("End");
    await paint([0.2, 0.2], [0.8, 0.2], [0.8, 0.8], [0.2, 0.8]);
    await pictureIs(untouched);
    expect(await strokes()).toEqual(["paint a", "erase"]);
    await editor.page.keyboard.press("Control+z");
    await pictureIs(trees);
  });

  it("keeps strokes whose units are unwired, says so, and has them again", async () => {
    await unwire("a");
    await pictureIs(untouched);
    await expect.poll(() => node().locator(".unit-brush").first().textContent()).toBe("Wire units into a");
    expect(await strokes()).toEqual(["paint a"]);
    await editor.page.keyboard.press("Control+z");
    await pictureIs(trees);
  });

  it("clears all at once, and one can go back to what was there", async () => {
    await node().getByRole("button", { name: "Clear" }).click();
    await pictureIs(untouched);
    await node().getByRole("button", { name: "Back to stroke 1" }).click();
    await pictureIs(trees);
    expect(editor.complaints).toEqual([]);
  });

  it("is there again after a reload", async () => {
    await expect.poll(() => editor.page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
    await editor.page.reload();
    await editor.state("paint", "done");
    await pictureIs(trees);
    expect(await strokes()).toEqual(["paint a"]);
    expect(editor.complaints).toEqual([]);
  });
});

/** Drags the wire off a socket and drops it on nothing. */
async function unwire(port: string): Promise<void> {
  const box = await editor.socket("paint", `in:${port}`).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(x - 20, y + 300, { steps: 6 });
  await editor.page.mouse.up();
  await expect.poll(() => editor.wires()).not.toContain(`trees.units>paint.${port}`);
}

/** The picture itself, apart from the small ones under it. */
function picture(): Promise<Shown> {
  return editor.shown("paint", ".brush-surface");
}
/** The picture once this stroke has ended: its small one is kept then. */
async function pictureAfter(stroke: number): Promise<Shown> {
  await expect.poll(() => states().nth(stroke).locator(".plane").count()).toBe(1);
  return picture();
}

async function pictureOtherThan(before: Shown): Promise<Shown> {
  await expect.poll(async () => (await picture()).pixels).not.toBe(before.pixels);
  return picture();
}

async function pictureIs(wanted: Shown): Promise<void> {
  await expect.poll(async () => (await picture()).pixels).toBe(wanted.pixels);
}
