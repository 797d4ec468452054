import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
// One visit for all: what these tests are about is that a file never harms what is open.
beforeAll(async () => {
  editor = await open();
});
beforeEach(() => editor.openMixing());

const graph = (nodes: unknown[], wires: unknown[] = [], more: object = {}) =>
  JSON.stringify({ format: "ganglion/graph", version: 1, name: "Given", nodes, wires, ...more });

describe("export and import", () => {
  it("hand a graph out as JSON and take it back with the same pictures", async () => {
    const before = await editor.shown("mixed");
    const { name, text } = await editor.exported();
    expect(name).toBe("style-mixing.json");
    const exported = JSON.parse(text);
    expect(exported).toMatchObject({ format: "ganglion/graph", version: 1, name: "Style mixing" });
    expect(exported.nodes).toHaveLength(19);
    expect(exported.wires).toHaveLength(26);
    exported.name = "Taken back";
    exported.nodes.find(({ id }: { id: string }) => id === "zSource").params.seed = 99;
    await editor.importText("other.json", JSON.stringify(exported));
    await expect.poll(() => editor.page.title()).toBe("Taken back · Ganglion");
    await editor.changed("mixed", before);
    await editor.importText("same.json", text);
    await editor.shows("mixed", before);
    expect(editor.complaints).toEqual([]);
  });

  it("are undone and redone like any step, and the steps before stay", async () => {
    const { page } = editor;
    const title = () => page.title();
    await page.locator('[data-node="zSource"] header').click();
    await page.keyboard.press("Delete");
    await expect.poll(() => editor.wires()).toHaveLength(25);
    await editor.importText("other.json", graph([{ id: "z", type: "sampleLatent", params: { seed: 3 } }]));
    await expect.poll(title).toBe("Given · Ganglion");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(title).toBe("Style mixing · Ganglion");
    await expect.poll(() => editor.wires()).toHaveLength(25);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(title).toBe("Given · Ganglion");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(title).toBe("Style mixing · Ganglion");
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => editor.wires()).toHaveLength(26);
    expect(editor.complaints).toEqual([]);
  });

  it("keep a node of an unknown type with its params and wires", async () => {
    const strange = { id: "later", type: "fromTheFuture", params: { depth: [1, 2] }, at: [300, 0] };
    const nodes = [{ id: "z", type: "sampleLatent" }, strange];
    await editor.importText("future.json", graph(nodes, [{ from: ["z", "z"], to: ["later", "in"] }]));
    await editor.state("later", "unknown");
    await editor.state("z", "done");
    const back = JSON.parse((await editor.exported()).text);
    expect(back.nodes[1]).toMatchObject(strange);
    expect(back.wires).toEqual([{ from: ["z", "z"], to: ["later", "in"] }]);
  });
});

describe("a bad file", () => {
  const z = { id: "z", type: "sampleLatent" };
  const map = (id: string) => ({ id, type: "truncate" });
  it.each([
    ["is not JSON", "{ cut o", "bad.json: not a JSON file. Your graph stays open."],
    ["is JSON of another kind", "[1, 2]", /^bad\.json: .+ Your graph stays open\.$/],
    [
      "comes from a later version",
      graph([], [], { version: 99 }),
      /^bad\.json: version: .*99.* Your graph stays open\.$/,
    ],
    [
      "has a param of the wrong type",
      graph([{ ...z, params: { count: "many" } }]),
      /^bad\.json: nodes\[0\]\.params\.count: expected an integer .*, got "many"\. Your graph stays open\.$/,
    ],
    ["has an id twice", graph([z, z]), /^bad\.json: nodes\[1\]\.id: .+ Your graph stays open\.$/],
    [
      "goes in circles",
      graph(
        [map("a"), map("b")],
        [
          { from: ["a", "w"], to: ["b", "w"] },
          { from: ["b", "w"], to: ["a", "w"] },
        ],
      ),
      /^bad\.json: .*cycle: a -> b -> a\. Your graph stays open\.$/,
    ],
    [
      "wires types that differ",
      graph([z, map("a")], [{ from: ["z", "z"], to: ["a", "w"] }]),
      /^bad\.json: wires\[0\].* Your graph stays open\.$/,
    ],
  ])("that %s is refused with its reason, and nothing is lost", async (_, text, reason) => {
    const [before, wires] = [await editor.shown("mixed"), await editor.wires()];
    await editor.importText("bad.json", text);
    const notice = editor.notice().locator("p");
    await notice.waitFor();
    if (typeof reason === "string") expect(await notice.textContent()).toBe(reason);
    else expect(await notice.textContent()).toMatch(reason);
    expect(await notice.textContent()).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await editor.wires()).toEqual(wires);
    expect((await editor.shown("mixed")).pixels).toBe(before.pixels);
    expect(await editor.page.title()).toBe("Style mixing · Ganglion");
    expect(editor.complaints).toEqual([]);
  });
});
