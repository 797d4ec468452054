import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open();
});

const node = (id: string, x: number, y: number) => ({ id, type: "number", params: {}, at: [x, y] });
const given = {
  format: "ganglion/graph",
  version: 1,
  name: "Rows",
  nodes: [
    { id: "z", type: "sampleLatent", at: [0, 0] },
    { id: "map", type: "mapping", at: [240, 8] },
    { id: "w", type: "truncate", at: [480, 20] },
    node("one", 0, 260),
    node("two", 244, 268),
    node("three", 420, 292),
  ],
  wires: [
    { from: ["z", "z"], to: ["map", "z"] },
    { from: ["map", "w"], to: ["w", "w"] },
  ],
};

beforeEach(async () => {
  await editor.importText("rows.json", JSON.stringify(given));
  await editor.node("three").waitFor();
  await expect.poll(selected).toEqual([]);
});

/** The ids of the selected nodes. */
function selected(): Promise<string[]> {
  return editor.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".node.selected")].map(({ dataset }) => dataset.node ?? ""),
  );
}

async function places(): Promise<Record<string, [number, number]>> {
  const { nodes } = JSON.parse((await editor.exported()).text) as {
    nodes: { id: string; at: [number, number] }[];
  };
  return Object.fromEntries(nodes.map(({ id, at }) => [id, at]));
}

const header = (id: string) => editor.node(id).locator("header");
const press = (keys: string) => editor.page.keyboard.press(keys);

async function pickNumbers(): Promise<void> {
  await header("one").click();
  await header("two").click({ modifiers: ["Shift"] });
  await header("three").click({ modifiers: ["Shift"] });
}

describe("selecting", () => {
  it("goes by click, Shift, area, all and connected", async () => {
    await header("one").click();
    await header("two").click({ modifiers: ["Shift"] });
    expect(await selected()).toEqual(["one", "two"]);
    await header("two").click();
    expect(await selected()).toEqual(["two"]);
    const [start, end] = [await editor.node("z").boundingBox(), await editor.node("map").boundingBox()];
    if (!start || !end) throw new Error("nodes are missing");
    await editor.page.keyboard.down("Shift");
    await editor.page.mouse.move(start.x - 8, start.y - 8);
    await editor.page.mouse.down();
    await editor.page.mouse.move(end.x + 20, end.y + 40, { steps: 3 });
    await editor.page.mouse.up();
    await editor.page.keyboard.up("Shift");
    expect(await selected()).toEqual(["z", "map", "two"]);
    await press("Escape");
    await header("map").click();
    await press("Control+Shift+a");
    expect(await selected()).toEqual(["z", "map", "w"]);
    await press("Control+a");
    expect(await selected()).toHaveLength(6);
  });
});

describe("arranging", () => {
  it("aligns, distributes and nudges, each one step of the history", async () => {
    await pickNumbers();
    await editor.page.getByRole("button", { name: "Align tops" }).click();
    await press("Alt+x");
    const { one, two, three } = await places();
    expect([one?.[1], two?.[1], three?.[1]]).toEqual([260, 260, 260]);
    expect([one?.[0], two?.[0], three?.[0]]).toEqual([0, 210, 420]);
    for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowDown"]) await press(key);
    expect(await places()).toMatchObject({ one: [8, 284], three: [428, 284], z: [0, 0] });
    await press("Control+z");
    expect(await places()).toMatchObject({ one: [0, 260], two: [210, 260] });
    await press("Control+z");
    await press("Control+z");
    expect(await places()).toMatchObject({ one: [0, 260], two: [244, 268], three: [420, 292] });
  });

  it("holds a dragged node in line with others and shows the line; Ctrl keeps to the grid alone", async () => {
    await header("two").hover(); // it waits until the node rests where the undone step had it
    const [box, other] = [await header("two").boundingBox(), await header("map").boundingBox()];
    if (!box || !other) throw new Error("nodes are missing");
    const [x, y] = [box.x + 40, box.y + 10];
    await editor.page.mouse.move(x, y);
    await editor.page.mouse.down();
    await editor.page.mouse.move(x - 2, y + 20, { steps: 2 });
    await editor.page.mouse.move(other.x - box.x + x + 2, y + 24);
    await expect.poll(() => editor.page.locator(".guides line").count()).toBeGreaterThan(0);
    await editor.page.mouse.up();
    expect(await editor.page.locator(".guides line").count()).toBe(0);
    expect((await places()).two?.[0]).toBe(240);
    await press("Control+z");
    expect((await places()).two).toEqual([244, 268]);
  });
});

describe("the view", () => {
  it("goes to the selection, and back to all", async () => {
    await header("three").click();
    await press("Shift+F");
    const centre = async () => {
      const box = await editor.node("three").boundingBox();
      return box ? [Math.round(box.x + box.width / 2), Math.round(box.width)] : [];
    };
    await expect.poll(centre).toEqual([680, 132]);
    await press("f");
    await expect.poll(async () => (await editor.node("z").boundingBox())?.x ?? 0).toBeGreaterThan(184);
  });
});

describe("tidying", () => {
  it("lays the selection out from left to right with straight wires, as one step, and leaves the rest", async () => {
    await header("z").click();
    for (const id of ["map", "w"]) await header(id).click({ modifiers: ["Shift"] });
    await press("t");
    await expect.poll(async () => (await places()).map?.[1]).toBe(0);
    const { z, map, w, two } = await places();
    expect([z, w?.[1], two]).toEqual([[0, 0], 0, [244, 268]]);
    expect((w?.[0] ?? 0) > (map?.[0] ?? 0) + 80).toBe(true);
    await press("Control+z");
    expect((await places()).map).toEqual([240, 8]);
  });
});

describe("far out", () => {
  it("there are names and pictures alone, and farther pictures alone", async () => {
    const seen = (part: string) =>
      editor
        .node("z")
        .locator(part)
        .first()
        .evaluate((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    const zoomOut = editor.page.getByRole("button", { name: "Zoom out" });
    expect([await seen(".node-name"), await seen(".field-label")]).toEqual([true, true]);
    for (let step = 0; step < 3; step++) await zoomOut.click();
    await expect.poll(() => seen(".field-label")).toBe(false);
    expect(await seen(".node-name")).toBe(true);
    for (let step = 0; step < 3; step++) await zoomOut.click();
    await expect.poll(() => seen(".node-name")).toBe(false);
    await press("f");
    await expect.poll(() => seen(".field-label")).toBe(true);
  });
});
