import { encode } from "fast-png";
import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Own data",
  nodes: [
    { id: "drawn", type: "pointDataset", params: { shape: "drawn" }, at: [0, 0] },
    { id: "read", type: "pointDataset", at: [300, 0] },
    { id: "photos", type: "imageDataset", params: { size: 16 }, at: [600, 0] },
  ],
});

const drawn = () => editor.node("drawn");
const plane = () => drawn().getByRole("application", { name: /^Plane/ });
const points = async () =>
  Number(/(\d+) points?\./.exec((await plane().getAttribute("aria-label")) ?? "")?.[1]);

interface Stored {
  readonly params: Readonly<Record<string, never>>;
}

async function stored(id: string): Promise<Stored> {
  const { nodes } = JSON.parse((await editor.exported()).text);
  return nodes.find((node: { id: string }) => node.id === id);
}

async function move(x: number, y: number): Promise<void> {
  const box = await plane().boundingBox();
  if (box === null) throw new Error("there is no plane");
  await editor.page.mouse.move(box.x + x * box.width, box.y + y * box.height);
}

async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await move(...from);
  await editor.page.mouse.down();
  for (let step = 1; step <= 8; step++)
    await move(from[0] + ((to[0] - from[0]) * step) / 8, from[1] + ((to[1] - from[1]) * step) / 8);
  await editor.page.mouse.up();
}

/** Drops files on something, as the operating system would. */
async function drop(
  on: string,
  files: readonly { name: string; type: string; bytes: Uint8Array }[],
): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({ name, type, bytes: [...bytes] }));
  await editor.page.evaluate(
    ([where, list]) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of list)
        data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      for (const kind of ["dragover", "drop"])
        document
          .querySelector(where)
          ?.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [on, given] as const,
  );
}

const text = (name: string, content: string) => ({
  name,
  type: "text/csv",
  bytes: new TextEncoder().encode(content),
});

/** A picture of one colour. */
function picture(name: string, width: number, height: number, colour: readonly number[]) {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => colour[at % 3] ?? 0);
  return { name, type: "image/png", bytes: encode({ width, height, data, channels: 3 }) };
}

beforeAll(async () => {
  editor = await open();
});

describe("points drawn by hand", () => {
  it("are asked for where there are none", async () => {
    await editor.importText("own.json", graph);
    await expect.poll(() => editor.page.title()).toBe("Own data · Ganglion");
    await editor.state("drawn", "failed");
    expect(await drawn().getByRole("alert").textContent()).toMatch(/at least 2 points.*Click or drag/);
  });

  it("are set by a click each, and by a drag in a trail, a step each", async () => {
    await move(0.75, 0.25);
    await editor.page.mouse.down();
    await editor.page.mouse.up();
    await expect.poll(points).toBe(1);
    expect((await stored("drawn")).params.drawn).toEqual([[expect.closeTo(1, 1), expect.closeTo(1, 1)]]);
    await drag([0.2, 0.5], [0.6, 0.5]);
    await expect.poll(points).toBeGreaterThan(20);
    const many = await points();
    await editor.state("drawn", "done");
    await editor.page.keyboard.press("Control+z");
    await expect.poll(points).toBe(1);
    await editor.page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(points).toBe(many);
  });

  it("are taken out by the eraser and by the right button", async () => {
    const before = await points();
    await drawn().getByRole("radio", { name: "Erase points" }).click();
    await drag([0.2, 0.5], [0.4, 0.5]);
    await expect.poll(points).toBeLessThan(before - 8);
    const fewer = await points();
    await drawn().getByRole("radio", { name: "Draw points" }).click();
    await move(0.75, 0.25);
    await editor.page.mouse.down({ button: "right" });
    await editor.page.mouse.up({ button: "right" });
    await expect.poll(points).toBe(fewer - 1);
  });

  it("are set and taken out by keys, which do nothing to the node", async () => {
    const before = await points();
    await editor.page.mouse.move(5, 5);
    await plane().focus();
    for (const key of ["ArrowRight", "ArrowUp", "Space", "Enter"]) await editor.page.keyboard.press(key);
    await expect.poll(points).toBe(before + 2);
    expect(((await stored("drawn")).params.drawn as unknown as number[][]).slice(-2)).toEqual([
      [0.1, 0.1],
      [0.1, 0.1],
    ]);
    await plane().focus();
    await editor.page.keyboard.press("Delete");
    await expect.poll(points).toBe(before + 1);
    expect(await drawn().count()).toBe(1);
  });

  it("are all cleared at once, which can be undone", async () => {
    const before = await points();
    await drawn().getByRole("button", { name: "Clear" }).click();
    await expect.poll(points).toBe(0);
    expect((await stored("drawn")).params).toEqual({ shape: "drawn" });
    await editor.page.keyboard.press("Control+z");
    await expect.poll(points).toBe(before);
  });
});

describe("points from a file", () => {
  it("are read from a CSV that is dropped on the node, which then shows no other settings", async () => {
    expect(await editor.node("read").getByRole("spinbutton", { name: "Modes" }).isVisible()).toBe(true);
    await drop('[data-node="read"]', [text("spiral.csv", "x,y\n10,100\n20,105\n30,110\n")]);
    await editor.state("read", "done");
    await expect.poll(() => editor.node("read").textContent()).toContain("3 × 2");
    expect(await editor.node("read").getByRole("spinbutton", { name: "Modes" }).isVisible()).toBe(false);
    expect((await stored("read")).params).toEqual({ shape: "csv", csv: "x,y\n10,100\n20,105\n30,110\n" });
  });

  it("say which cell is wrong", async () => {
    await drop('[data-node="read"]', [text("bad.csv", "x,y\n1,2\n3,abc\n")]);
    await editor.state("read", "failed");
    expect(await editor.node("read").getByRole("alert").textContent()).toContain(
      'csv row 3, column 2: expected a number, got "abc".',
    );
    await editor.page.keyboard.press("Control+z");
    await editor.state("read", "cached");
  });
});

describe("own pictures", () => {
  const photos = () => editor.node("photos");

  it("are cut, scaled and kept in the graph; what is no picture is refused by name", async () => {
    await drop('[data-node="photos"]', [
      picture("red.png", 200, 100, [255, 0, 0]),
      picture("blue.png", 40, 40, [0, 0, 255]),
      { ...text("notes.png", "no picture"), type: "image/png" },
    ]);
    await editor.state("photos", "done");
    await expect.poll(() => photos().textContent()).toContain("2 × 3 × 16 × 16");
    expect(await photos().textContent()).toContain(
      "1 of 2 were cropped to a square. notes.png is no picture.",
    );
    expect((await stored("photos")).params).toMatchObject({
      set: "own",
      pictures: { count: 2, size: 64, png: expect.stringMatching(/^iVBOR/) },
    });
    expect((await editor.shown("photos")).colours).toBe(2);
  });

  it("are added to from files, and come back with the graph", async () => {
    const asked = editor.page.waitForEvent("filechooser");
    await photos().getByRole("button", { name: "Add pictures" }).click();
    const { name, bytes } = picture("green.png", 16, 32, [0, 255, 0]);
    await (await asked).setFiles({ name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    await expect.poll(() => photos().textContent()).toContain("3 × 3 × 16 × 16");
    await editor.settled();
    const shown = await editor.shown("photos");
    expect(shown.colours).toBe(3);
    await editor.importText("again.json", (await editor.exported()).text);
    await editor.settled();
    await editor.shows("photos", shown);
  });

  it("are taken out one by one, or all", async () => {
    await photos().locator(".node-header").click();
    const inspector = editor.page.getByRole("complementary", { name: "Inspector" });
    await inspector.getByRole("button", { name: "Remove picture 1" }).click();
    await expect.poll(() => photos().textContent()).toContain("2 × 3 × 16 × 16");
    expect((await editor.shown("photos")).colours).toBe(2);
    await inspector.getByRole("button", { name: "Remove all" }).click();
    await editor.state("photos", "failed");
    expect(await photos().getByRole("alert").textContent()).toContain("There are no pictures.");
    expect(editor.complaints).toEqual([]);
  });
});
