import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../engine/document.ts";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open({ permissions: ["clipboard-read", "clipboard-write"] });
});

const given = {
  format: "ganglion/graph",
  version: 1,
  name: "Pair",
  nodes: [
    { id: "z", type: "sampleLatent", params: { seed: 7 }, at: [0, 0] },
    { id: "map", type: "mapping", at: [240, 0] },
    { id: "w", type: "truncate", at: [480, 0] },
  ],
  wires: [
    { from: ["z", "z"], to: ["map", "z"] },
    { from: ["map", "w"], to: ["w", "w"] },
  ],
  frames: [{ id: "f", label: "Style", nodes: ["map", "w"] }],
};

beforeEach(async () => {
  await editor.importText("pair.json", JSON.stringify(given));
  await expect.poll(ids).toEqual(["map", "w", "z"]);
  await editor.page.mouse.move(700, 10);
});

async function ids(): Promise<string[]> {
  return Object.keys(await editor.states()).sort();
}

const exported = async (): Promise<GraphDocument> => JSON.parse((await editor.exported()).text);
const press = (keys: string) => editor.page.keyboard.press(keys);
const header = (id: string) => editor.node(id).locator("header");

async function pickStyle(): Promise<void> {
  await header("map").click();
  await header("w").click({ modifiers: ["Shift"] });
}

/** Pastes a text as if it had been copied anywhere else. */
const pasteText = (text: string) =>
  editor.page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", data);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

describe("duplicating", () => {
  it("takes wires within, those from outside or not, and the frame along; one undo takes each back", async () => {
    await pickStyle();
    await press("Control+d");
    await expect.poll(() => editor.wires()).toContain("z.z>map2.z");
    expect(await editor.wires()).toContain("map2.w>w2.w");
    const { frames } = await exported();
    expect(frames.map(({ nodes }) => nodes)).toEqual([
      ["map", "w"],
      ["map2", "w2"],
    ]);
    await press("Control+z");
    await expect.poll(ids).toEqual(["map", "w", "z"]);
    await pickStyle();
    await press("Control+Shift+D");
    await expect.poll(() => editor.wires()).toContain("map2.w>w2.w");
    expect(await editor.wires()).not.toContain("z.z>map2.z");
  });
});

describe("the clipboard", () => {
  it("cuts, and pastes at the pointer with the wires that entered; the second copy lies beside the first", async () => {
    await pickStyle();
    await press("Control+x");
    await expect.poll(ids).toEqual(["z"]);
    const z = await editor.node("z").boundingBox();
    if (!z) throw new Error("z is missing");
    await editor.page.mouse.move(z.x + 40, z.y + z.height + 60);
    await press("Control+v");
    await expect.poll(() => editor.wires()).toEqual(["map.w>w.w", "z.z>map.z"]);
    const box = await editor.node("map").boundingBox();
    expect(Math.abs((box?.x ?? 0) - z.x)).toBeLessThan(4);
    await press("Control+v");
    await expect.poll(ids).toEqual(["map", "map2", "w", "w2", "z"]);
    const { nodes } = await exported();
    const at = (id: string) => nodes.find((node) => node.id === id)?.at ?? [0, 0];
    expect([at("map2")[0] - at("map")[0], at("w2")[0] - at("w")[0]]).toEqual([24, 24]);
  });

  it("carries a piece to another tab, without the wires from outside", async () => {
    await pickStyle();
    await press("Control+c");
    const text = await editor.page.evaluate(() => navigator.clipboard.readText());
    await editor.choose("New graph");
    await expect.poll(ids).toEqual([]);
    await press("Control+v");
    await expect.poll(() => editor.wires()).toEqual(["map.w>w.w"]);
    expect((await exported()).frames).toHaveLength(1);
    await pasteText(text);
    await expect.poll(ids).toEqual(["map", "map2", "w", "w2"]);
  });

  it("says what is wrong with a piece, and passes any other text over", async () => {
    await pasteText("just some words");
    await pasteText(
      '{"format":"ganglion/piece","version":1,"nodes":[{"id":"z","type":"sampleLatent","params":{"count":"many"}}]}',
    );
    await expect
      .poll(() => editor.notice().textContent())
      .toMatch(/^Not pasted: nodes\[0\]\.params\.count: expected an integer .*, got "many"/);
    expect(await ids()).toEqual(["map", "w", "z"]);
    expect(editor.complaints).toEqual([]);
  });
});
