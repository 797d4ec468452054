import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
const patience = { timeout: 20_000, interval: 100 };

let editor: Editor;
beforeAll(async () => {
  editor = await open();
  await vi.waitFor(async () => expect((await editor.wires()).length).toBeGreaterThan(0), patience);
});

const node = (id: string, type: string, at: readonly [number, number]) => ({ id, type, params: {}, at });
const points = { from: ["ring", "points"], to: ["view", "points"] };
const data = { from: ["ring", "data"], to: ["view", "data"] };

async function show(wires: readonly unknown[]): Promise<void> {
  const nodes = [
    node("ring", "pointDataset", [0, 0]),
    node("view", "viewPoints", [640, 120]),
    node("other", "viewPoints", [960, 120]),
    node("pick", "pick", [320, 480]),
  ];
  const graph = { format: "ganglion/graph", version: 1, name: "Wires", about: "", nodes, wires };
  await editor.importText("wires.json", JSON.stringify(graph));
  await vi.waitFor(async () => expect(await editor.wires()).toHaveLength(wires.length), patience);
  await editor.settled("done", "cached", "blocked", "failed");
  await still();
}

/** Waits until the graph lies where it stays: it is fitted into the window once its nodes have their sizes. */
async function still(): Promise<void> {
  let before = "";
  await vi.waitFor(async () => {
    const now = JSON.stringify(
      await Promise.all(["ring", "view", "pick"].map((id) => editor.node(id).boundingBox())),
    );
    const moved = now !== before;
    before = now;
    expect(moved).toBe(false);
  }, patience);
}

async function middle(id: string, part: string): Promise<[number, number]> {
  const box = await editor.node(id).locator(part).boundingBox();
  if (!box) throw new Error(`${id} has no ${part}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** A place on a wire, so many units of the canvas before its end. */
function beforeItsEnd(wire: string, units: number): Promise<[number, number]> {
  return editor.page.evaluate(
    ([id, back]) => {
      const line = document.querySelector<SVGPathElement>(`[data-wire="${id}"] .wire-line`);
      const matrix = line?.getScreenCTM();
      if (!line || !matrix) throw new Error(`there is no wire ${id}`);
      const { x, y } = line.getPointAtLength(line.getTotalLength() - back).matrixTransform(matrix);
      return [x, y];
    },
    [wire, units] as const,
  );
}

async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await editor.page.mouse.move(...from);
  await editor.page.mouse.down();
  await editor.page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 3 });
  await editor.page.mouse.move(...to, { steps: 3 });
}

const up = () => editor.page.mouse.up();
const undo = () => editor.page.keyboard.press("Control+z");

describe("a node that is dropped on a wire", () => {
  it("is put in between in one step; the wire lights up before", async () => {
    await show([points]);
    const header = await middle("pick", ".node-header");
    const [start, end] = [
      await middle("ring", '[data-port="out:points"]'),
      await middle("view", ".node-header"),
    ];
    await drag(header, [(start[0] + end[0]) / 2 - 10, start[1] - 20]);
    await expect.poll(() => editor.page.locator(".wire.taking").count()).toBe(1);
    await up();
    await expect.poll(() => editor.wires()).toEqual(["pick.item>view.points", "ring.points>pick.batch"]);
    await undo();
    await expect.poll(() => editor.wires()).toEqual(["ring.points>view.points"]);
    await expect.poll(async () => (await middle("pick", ".node-header"))[1]).toBeCloseTo(header[1], 0);
  });
});

describe("a stroke with Alt", () => {
  it("cuts the wires that it crosses in one step", async () => {
    await show([points, data]);
    const [start, end] = [
      await middle("ring", '[data-port="out:points"]'),
      await middle("view", ".node-header"),
    ];
    const x = (start[0] + end[0]) / 2 - 20;
    await editor.page.keyboard.down("Alt");
    await drag([x, start[1] - 36], [x + 10, start[1] + 36]);
    await expect.poll(() => editor.page.locator(".wire.cutting").count()).toBe(2);
    await up();
    await editor.page.keyboard.up("Alt");
    await expect.poll(() => editor.wires()).toEqual([]);
    await undo();
    await expect.poll(() => editor.wires()).toEqual(["ring.data>view.data", "ring.points>view.points"]);
  });
});

describe("a wire that is pulled", () => {
  it("comes off at its nearer end and is plugged where it is let go, also on the body of a node", async () => {
    await show([points]);
    const near = await beforeItsEnd("ring.points>view.points", 45);
    await drag(near, await middle("other", ".node-header"));
    await up();
    await expect.poll(() => editor.wires()).toEqual(["ring.points>other.points"]);
    await undo();
    await expect.poll(() => editor.wires()).toEqual(["ring.points>view.points"]);
  });

  it("goes where it is dropped on nothing, and asks for nothing", async () => {
    await show([points]);
    const start = await middle("ring", '[data-port="out:points"]');
    await drag([start[0] + 40, start[1]], [start[0] + 60, start[1] + 120]);
    await up();
    await expect.poll(() => editor.wires()).toEqual([]);
    expect(await editor.page.getByRole("dialog").count()).toBe(0);
    expect(editor.complaints).toEqual([]);
  });
});
