import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, type Shown, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
/** What lies downstream while nothing is painted, and after the first stroke. */
let untouched: Shown;
let one: Shown;

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") });

/** A picture, and the same once more from layer 16×16 b on, with every unit off; the middle is left free. */
const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Painting",
  nodes: [
    { id: "z", type: "sampleLatent", params: { seed: 7 }, at: [0, 0] },
    { id: "w", type: "mapping", at: [0, 200] },
    { id: "before", type: "synthesis", params: { tap: "16x16 b" }, at: [160, 0] },
    { id: "off", type: "unitMask", params: { units: "0-63" }, at: [860, 0] },
    { id: "after", type: "resume", at: [1020, 0] },
  ],
  wires: [
    wire("z.z", "w.z"),
    wire("w.w", "before.coarse"),
    wire("before.features", "off.features"),
    wire("off.features", "after.features"),
    wire("w.w", "after.w"),
  ],
});

const node = "paintRegion";
const surface = () => editor.node(node).getByRole("application");
const line = () => editor.node(node).locator(".brush-line");
const tool = (name: string) => editor.node(node).getByRole("button", { name, exact: true });

/** Shows the ports of a node that are folded away. */
const unfold = (id: string) =>
  editor
    .node(id)
    .getByRole("button", { name: /more port/ })
    .click();

/** Moves the pointer to places of the picture, as shares of its width and height. */
async function move(...way: readonly (readonly [number, number])[]): Promise<void> {
  const box = await surface().boundingBox();
  if (box === null) throw new Error("there is nothing to paint on");
  for (const [x, y] of way)
    await editor.page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 });
}

async function paint(...way: readonly (readonly [number, number])[]): Promise<void> {
  await move(...way.slice(0, 1));
  await editor.page.mouse.down();
  await move(...way.slice(1));
  await editor.page.mouse.up();
}

async function strokes(): Promise<{ mode: string; points: unknown[] }[]> {
  const { nodes } = JSON.parse((await editor.exported()).text);
  return nodes.find(({ id }: { id: string }) => id === node).params.strokes ?? [];
}

const placeOf = async () => {
  const { nodes } = JSON.parse((await editor.exported()).text);
  return nodes.find(({ id }: { id: string }) => id === node).at;
};

beforeAll(async () => {
  editor = await open();
});

describe("painting a region", () => {
  it("begins with a node from the palette, wired between a picture and the units to be changed", async () => {
    await editor.importText("painting.json", graph);
    await expect.poll(() => editor.page.title()).toBe("Painting · Ganglion");
    await editor.settled();
    await editor.page.getByRole("button", { name: "Add Paint region" }).click();
    await editor.state(node, "done");
    expect(await line().textContent()).toContain("Drag to paint a region.");
    expect(await tool("Clear").isDisabled()).toBe(true);
    expect(await editor.shown(node)).toMatchObject({ pixels: expect.stringMatching(/^64x64 /), colours: 1 });
    await unfold("off");
    await editor.wire([node, "out:mask"], ["off", "in:region"]);
    await unfold(node);
    await editor.wire(["before", "out:image"], [node, "in:image"]);
    await expect.poll(() => editor.wires()).toContain(`before.image>${node}.image`);
    expect(await editor.wires()).toContain(`${node}.mask>off.region`);
    await editor.shows(node, await editor.shown("before"));
    await editor.settled();
  });

  it("changes what lies downstream while the pointer is still down, and does not move the node", async () => {
    untouched = await editor.shown("after");
    const at = await placeOf();
    await move([0.4, 0.4]);
    await editor.page.mouse.down();
    await move([0.6, 0.6]);
    const midway = await editor.changed("after", untouched);
    await move([0.6, 0.2]);
    await editor.changed("after", midway);
    await editor.page.mouse.up();
    expect(await line().textContent()).toMatch(/^1 stroke.*Cell 9, 3 of 16 × 16$/);
    expect(await strokes()).toMatchObject([{ mode: "paint" }]);
    expect(await placeOf()).toEqual(at);
    expect((await editor.shown(node)).pixels).toBe((await editor.shown("before")).pixels);
    expect(editor.complaints).toEqual([]);
  });

  it("is one step a stroke: undo takes the whole stroke back, redo paints it again", async () => {
    await editor.page.keyboard.press("Control+z");
    await editor.shows("after", untouched);
    expect(await strokes()).toEqual([]);
    await editor.page.getByRole("button", { name: "Redo" }).click();
    one = await editor.changed("after", untouched);
    await paint([0.1, 0.9], [0.3, 0.9], [0.3, 0.7]);
    await editor.changed("after", one);
    expect(await strokes()).toHaveLength(2);
    await tool("Undo").click();
    await editor.shows("after", one);
    expect(await strokes()).toHaveLength(1);
  });

  it("erases, and clears all at once; both can be undone", async () => {
    await editor.node(node).getByRole("radio", { name: "Erase" }).click();
    await paint([0.5, 0.5], [0.6, 0.2]);
    await editor.changed("after", one);
    expect((await strokes()).map(({ mode }) => mode)).toEqual(["paint", "erase"]);
    await tool("Clear").click();
    expect(await strokes()).toEqual([]);
    await expect.poll(() => line().textContent()).toContain("Drag to paint a region.");
    await tool("Undo").click();
    await tool("Undo").click();
    await editor.shows("after", one);
    await editor.node(node).getByRole("radio", { name: "Paint" }).click();
  });

  it("works by keys alone", async () => {
    await surface().focus();
    for (const key of ["ArrowLeft", "ArrowDown", "Space"]) await editor.page.keyboard.press(key);
    await editor.changed("after", one);
    expect(await strokes()).toHaveLength(2);
    await editor.page.keyboard.press("Control+z");
    await editor.shows("after", one);
    await editor.node(node).getByRole("slider", { name: "Brush size" }).focus();
    await editor.page.keyboard.press("ArrowRight");
    await expect.poll(() => editor.node(node).locator("output").textContent()).toBe("3.4 cells");
  });

  it("is there again after a reload, with its pictures", async () => {
    await expect.poll(() => editor.page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
    await editor.page.reload();
    await editor.state("after", "done");
    await editor.shows("after", one);
    expect(await strokes()).toHaveLength(1);
    expect(editor.complaints).toEqual([]);
  });
});
