import type { CDPSession } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
let fingers: CDPSession;

type Point = readonly [number, number];

const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Numbers",
  nodes: [
    { id: "a", type: "number", params: { value: 1 }, at: [0, 0] },
    { id: "b", type: "sampleLatent", at: [320, 0] },
    { id: "c", type: "mapping", at: [640, 0] },
  ],
  wires: [],
});

async function touch(type: "touchStart" | "touchMove" | "touchEnd", ...points: Point[]): Promise<void> {
  const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
  await fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
}

/** Moves each finger from its start to its end. */
async function swipe(...paths: (readonly [Point, Point])[]): Promise<void> {
  const steps = 6;
  await touch("touchStart", ...paths.map(([from]) => from));
  for (let step = 1; step <= steps; step++)
    await touch(
      "touchMove",
      ...paths.map(
        ([[x, y], [tx, ty]]): Point => [x + ((tx - x) * step) / steps, y + ((ty - y) * step) / steps],
      ),
    );
  await touch("touchEnd");
}

async function box(id: string) {
  const found = await editor.node(id).boundingBox();
  if (!found) throw new Error(`${id} is not shown`);
  return found;
}

async function middle(id: string, port: string): Promise<Point> {
  const found = await editor.socket(id, port).boundingBox();
  if (!found) throw new Error(`${id} shows no ${port}`);
  return [found.x + found.width / 2, found.y + found.height / 2];
}

describe("with fingers", () => {
  beforeAll(async () => {
    editor = await open({ viewport: { width: 900, height: 700 }, hasTouch: true, isMobile: true });
    fingers = await editor.page.context().newCDPSession(editor.page);
    await editor.importText("numbers.json", graph);
    await editor.node("c").waitFor();
    await editor.state("b", "done");
  });

  it("one pans", async () => {
    const before = await box("a");
    await swipe([
      [450, 520],
      [400, 560],
    ]);
    const after = await box("a");
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([-50, 40]);
  });

  it("two zoom", async () => {
    const before = await box("a");
    await swipe(
      [
        [400, 500],
        [430, 500],
      ],
      [
        [520, 500],
        [490, 500],
      ],
    );
    const after = await box("a");
    expect(after.width / before.width).toBeGreaterThan(0.4);
    expect(after.width / before.width).toBeLessThan(0.8);
  });

  it("one drags a node by its head", async () => {
    const before = await box("b");
    await swipe([
      [before.x + 30, before.y + 8],
      [before.x + 60, before.y + 100],
    ]);
    const after = await box("b");
    expect(after.y - before.y).toBeGreaterThan(60);
    expect(after.x - before.x).toBeGreaterThan(10);
  });

  it("one draws a wire, from areas of 32 px", async () => {
    const area = await editor.socket("b", "out:z").evaluate((element) => {
      const { offsetWidth, offsetHeight } = element as HTMLElement;
      return [offsetWidth, offsetHeight];
    });
    expect(area).toEqual([32, 32]);
    await swipe([await middle("b", "out:z"), await middle("c", "in:z")]);
    await expect.poll(() => editor.wires()).toEqual(["b.z>c.z"]);
    expect(editor.complaints).toEqual([]);
  });
});
