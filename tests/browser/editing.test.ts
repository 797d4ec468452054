import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open();
});
beforeEach(() => editor.openMixing());

describe("moving the style wire of one layer", () => {
  it("changes the mixed picture and what lies after that layer, and nothing else", async () => {
    const before = await editor.shown("mixed");
    const [earlier, later, source] = await Promise.all(
      ["layer8b", "layer16b", "source"].map((id) => editor.shown(id)),
    );
    await editor.wire(["mapSource", "out:w"], ["layer16a", "in:w"]);
    await editor.changed("mixed", before);
    if (!earlier || !later || !source) throw new Error("nodes are missing");
    // The layer itself may show the same map: a style scales and shifts its maps, and heat maps run from low to high.
    await editor.changed("layer16b", later);
    await editor.settled();
    const wires = await editor.wires();
    expect(wires).toContain("mapSource.w>layer16a.w");
    expect(wires).not.toContain("mapDestination.w>layer16a.w");
    expect(wires).toHaveLength(26);
    expect((await editor.shown("layer8b")).pixels).toBe(earlier.pixels);
    expect((await editor.shown("source")).pixels).toBe(source.pixels);
    expect(editor.complaints).toEqual([]);
  });

  it("is taken back by undo, pixel for pixel, and comes again by redo", async () => {
    const before = await editor.shown("mixed");
    await editor.wire(["mapSource", "out:w"], ["layer64a", "in:w"]);
    const after = await editor.changed("mixed", before);
    await editor.page.keyboard.press("Control+z");
    await editor.shows("mixed", before);
    expect(await editor.wires()).toContain("mapDestination.w>layer64a.w");
    await editor.page.getByRole("button", { name: "Redo" }).click();
    await editor.shows("mixed", after);
  });
});

describe("a wire that may not be", () => {
  it("is refused with a reason and a way out, and the graph stays as it was", async () => {
    const wires = await editor.wires();
    await editor.wire(["mapSource", "out:w"], ["layer8a", "in:features"]);
    await editor.page.getByText("A style can't enter features. It fits w.").first().waitFor();
    expect(await editor.wires()).toEqual(wires);
    await editor.settled();
  });
});

describe("a param", () => {
  async function type(label: string, text: string): Promise<void> {
    const field = editor.page.getByLabel("Inspector").getByLabel(label, { exact: true });
    await field.fill(text);
    await field.press("Enter");
  }

  it("runs what depends on it again, at once, and undo brings the pictures back", async () => {
    const [mixed, destination] = await Promise.all(["mixed", "destination"].map((id) => editor.shown(id)));
    if (!mixed || !destination) throw new Error("nodes are missing");
    await editor.node("zSource").locator("header").click();
    await type("Seed", "24");
    await editor.changed("mixed", mixed);
    await editor.settled();
    expect((await editor.shown("destination")).pixels).toBe(destination.pixels);
    await editor.page.locator(".top-bar").getByRole("button", { name: "Undo" }).click();
    await editor.shows("mixed", mixed);
  });

  it("that makes no sense is not taken, and says what is expected", async () => {
    const before = await editor.shown("mixed");
    await editor.node("zSource").locator("header").click();
    const field = editor.page.getByLabel("Inspector").getByLabel("Count", { exact: true });
    await field.fill("many");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.getAttribute("title")).toMatch(/^Expected an integer/);
    await field.press("Escape");
    await editor.settled();
    expect((await editor.shown("mixed")).pixels).toBe(before.pixels);
  });
});
