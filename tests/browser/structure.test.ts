import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const node = (id: string, at: readonly [number, number], type = "number") => ({ id, type, params: {}, at });
const graph = {
  format: "ganglion/graph",
  version: 1,
  name: "Structure",
  nodes: [node("a", [0, 0]), node("b", [0, 200]), node("c", [400, 0]), node("d", [400, 300])],
};

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open();
  await editor.settled();
  await editor.importText("structure.json", JSON.stringify(graph));
  await editor.node("d").waitFor();
  await editor.settled();
});

const header = (id: string) => editor.node(id).locator("header");
const frame = (name: string) => editor.page.getByRole("region", { name, exact: true });
const title = (name: string) => frame(name).locator(".frame-title");

interface Saved {
  readonly nodes: readonly { readonly id: string; readonly at: readonly [number, number] }[];
  readonly frames: readonly {
    readonly label: string;
    readonly nodes: readonly string[];
    readonly color?: string;
  }[];
}
const saved = async (): Promise<Saved> => JSON.parse((await editor.exported()).text);
const placeOf = async (id: string) => (await saved()).nodes.find((each) => each.id === id)?.at;

async function drag(from: ReturnType<typeof header>, by: readonly [number, number]): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error("nothing to drag");
  const [x, y] = [box.x + Math.min(60, box.width / 2), box.y + box.height / 2];
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(x + by[0] / 2, y + by[1] / 2, { steps: 3 });
  await editor.page.mouse.move(x + by[0], y + by[1], { steps: 3 });
  await editor.page.mouse.up();
}

describe("a frame", () => {
  it("is put round the selection by G, named at once, coloured, and carries its nodes by its title", async () => {
    await header("a").click();
    await header("b").click({ modifiers: ["Shift"] });
    await editor.page.keyboard.press("g");
    const name = editor.page.getByLabel("Name of the frame");
    await name.fill("Numbers");
    await name.press("Enter");
    await frame("Numbers").getByRole("button", { name: "Green" }).click();
    expect((await saved()).frames).toEqual([
      { id: "frame", label: "Numbers", nodes: ["a", "b"], color: "green" },
    ]);
    await drag(title("Numbers"), [80, 40]);
    expect([await placeOf("a"), await placeOf("b")]).toEqual([
      [80, 40],
      [80, 240],
    ]);
    await editor.page.keyboard.press("Control+z");
    expect(await placeOf("b")).toEqual([0, 200]);
  });

  it("takes in what is dropped in it, and lets go what is dragged out with Alt", async () => {
    const at = async (id: string) => (await header(id).boundingBox()) ?? { x: 0, y: 0 };
    const [a, c] = [await at("a"), await at("c")];
    await drag(header("c"), [a.x - c.x, a.y - c.y + 100]);
    expect((await saved()).frames[0]?.nodes).toEqual(["a", "b", "c"]);
    await editor.page.keyboard.down("Alt");
    await drag(header("c"), [600, 0]);
    await editor.page.keyboard.up("Alt");
    expect((await saved()).frames[0]?.nodes).toEqual(["a", "b"]);
  });

  it("is renamed by a double-click, and goes by Delete without its nodes; undo brings it back", async () => {
    await title("Numbers").dblclick();
    const name = editor.page.getByLabel("Name of the frame");
    await name.fill("Two numbers");
    await name.press("Enter");
    await title("Two numbers").click();
    await editor.page.keyboard.press("Delete");
    const { nodes, frames } = await saved();
    expect([nodes.length, frames.length]).toEqual([4, 0]);
    await editor.page.keyboard.press("Control+z");
    await title("Two numbers").waitFor();
    expect(editor.complaints).toEqual([]);
  });
});

describe("a bypassed node", () => {
  it("hands on what enters, says so, and is computed again by the same keys", async () => {
    const text = JSON.stringify({
      ...graph,
      nodes: [
        node("z", [0, 0], "sampleLatent"),
        { ...node("many", [240, 0], "repeat"), params: { count: 3 } },
        node("one", [480, 0], "pick"),
        node("plain", [480, 240], "number"),
      ],
      wires: [
        { from: ["z", "z"], to: ["many", "batch"] },
        { from: ["many", "batch"], to: ["one", "batch"] },
      ],
    });
    await editor.importText("bypass.json", text);
    await editor.settled();
    const shape = () => editor.node("many").locator(".status-right").textContent();
    expect(await shape()).toMatch(/^3 × /);
    await header("many").click();
    await editor.page.keyboard.press("Control+b");
    await editor.state("many", "bypassed");
    expect(await editor.node("many").textContent()).toContain("bypassed");
    await editor.settled("done", "cached", "bypassed");
    expect((await saved()).nodes[1]).toMatchObject({ id: "many", bypassed: true });
    await editor.page.keyboard.press("Control+b");
    await editor.settled();
    expect(await shape()).toMatch(/^3 × /);
    await header("plain").click();
    await editor.page.keyboard.press("Control+b");
    expect(await editor.notice().textContent()).toContain("Number can’t be bypassed");
    expect(editor.complaints).toEqual([]);
  });
});

describe("a note", () => {
  it("is written where it stands, in one step, and resized; nothing is computed for it", async () => {
    await editor.importText("note.json", JSON.stringify({ ...graph, nodes: [node("n", [0, 0], "note")] }));
    const note = editor.node("n");
    await note.locator(".note-text").dblclick();
    const field = editor.page.getByLabel("Text of the note");
    await field.pressSequentially("one");
    await field.press("Enter");
    await field.pressSequentially("two");
    await field.press("Escape");
    expect((await saved()).nodes[0]).toMatchObject({ params: { text: "one\ntwo" } });
    await drag(note.locator(".note-corner"), [80, 40]);
    expect((await saved()).nodes[0]).toMatchObject({ width: 288 });
    for (let undone = 0; undone < 2; undone++) await editor.page.keyboard.press("Control+z");
    expect((await saved()).nodes[0]).toMatchObject({ params: {} });
    await editor.page.keyboard.press("Control+Shift+z");
    expect(await note.textContent()).toContain("one\ntwo");
  });
});

describe("a reroute point", () => {
  it("is put on a wire by a double-click, passes on what comes, and leaves the wire behind when it goes", async () => {
    const nodes = [node("z", [0, 0], "sampleLatent"), node("one", [480, 0], "pick")];
    const wires = [{ from: ["z", "z"], to: ["one", "batch"] }];
    await editor.importText("reroute.json", JSON.stringify({ ...graph, nodes, wires }));
    await editor.settled();
    const hit = editor.page.locator('[data-wire="z.z>one.batch"] .wire-hit');
    await hit.dblclick({ force: true });
    await expect.poll(() => editor.wires()).toEqual(["reroute.value>one.batch", "z.z>reroute.value"]);
    await editor.state("one", "cached");
    expect(await editor.node("reroute").getAttribute("aria-label")).toBe("Reroute point, latent");
    await editor.page.keyboard.press("Delete");
    await expect.poll(() => editor.wires()).toEqual(["z.z>one.batch"]);
    expect(editor.complaints).toEqual([]);
  });
});

describe("a synthesis", () => {
  it("is expanded into its layers by E and collapsed by Shift+E, each one step, and its picture stays", async () => {
    const nodes = [
      node("z", [0, 0], "sampleLatent"),
      node("map", [140, 0], "mapping"),
      node("synth", [280, 0], "synthesis"),
      node("view", [580, 0], "viewImages"),
    ];
    const wires = [
      { from: ["z", "z"], to: ["map", "z"] },
      { from: ["map", "w"], to: ["synth", "coarse"] },
      { from: ["synth", "image"], to: ["view", "image"] },
    ];
    await editor.importText("expand.json", JSON.stringify({ ...graph, nodes, wires }));
    await editor.settled();
    await expect.poll(async () => (await editor.shown("view")).colours).toBeGreaterThan(8);
    const picture = await editor.shown("view");
    await header("synth").click();
    await editor.page.keyboard.press("e");
    await editor.node("layer64b").waitFor();
    await editor.state("view", "done");
    await editor.shows("view", picture);
    expect((await saved()).frames.map(({ label }) => label)).toEqual([
      "Coarse 4–8",
      "Middle 16–32",
      "Fine 64",
    ]);
    await title("Fine 64").click();
    await editor.page.keyboard.press("Shift+e");
    await editor.node("synthesis").waitFor();
    await editor.shows("view", picture);
    expect((await saved()).frames).toEqual([]);
    for (let undone = 0; undone < 2; undone++) await editor.page.keyboard.press("Control+z");
    await expect
      .poll(() => editor.wires())
      .toEqual(["map.w>synth.coarse", "synth.image>view.image", "z.z>map.z"]);
    await editor.shows("view", picture);
    await header("view").click();
    await editor.page.keyboard.press("e");
    expect(await editor.notice().textContent()).toContain("Select one node that is made of layers.");
    expect(editor.complaints).toEqual([]);
  });
});
