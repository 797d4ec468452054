import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

describe("a first visit", () => {
  beforeAll(async () => {
    editor = await open();
    await editor.settled();
  });

  it("opens the style-mixing sample and fills every node with a picture", async () => {
    expect(await editor.page.title()).toBe("Style mixing · Ganglion");
    expect(Object.keys(await editor.states())).toHaveLength(19);
    expect(await editor.wires()).toHaveLength(26);
    for (const id of ["destination", "source", "mixed"]) {
      const { pictures, colours } = await editor.shown(id);
      expect(pictures, id).toBe(4);
      expect(colours, id).toBeGreaterThan(500);
    }
    for (const id of ["zSource", "mapSource", "layer4a", "layer64b", "toRGB"])
      expect((await editor.shown(id)).colours, id).toBeGreaterThan(5);
    expect(editor.complaints).toEqual([]);
  });

  it("mixes: the mixed pictures are neither the source's nor the destination's", async () => {
    const shown = await Promise.all(["destination", "source", "mixed"].map((id) => editor.shown(id)));
    expect(new Set(shown.map(({ pixels }) => pixels)).size).toBe(3);
  });

  it("says which backend computes, and runs wasm on threads", async () => {
    expect(await editor.page.evaluate(() => crossOriginIsolated)).toBe(true);
    await editor.page.getByRole("button", { name: "Backend: WebAssembly" }).click();
    const rows = editor.page.getByRole("menuitemradio");
    expect(await rows.allTextContents()).toEqual([
      expect.stringMatching(/WebAssembly, \d+ threads?/),
      expect.stringContaining("WebGPU"),
    ]);
    expect(await rows.first().getAttribute("aria-checked")).toBe("true");
  });
});

describe("the page", () => {
  afterEach(() => editor.page.context().close());

  it.each(["dark", "light"] as const)(
    "is %s where the system is, without a complaint",
    async (colorScheme) => {
      editor = await open({ colorScheme });
      await editor.settled();
      const lightness = () =>
        editor.page.evaluate(() => {
          const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
          return red;
        });
      const before = await lightness();
      if (colorScheme === "dark") expect(before).toBeLessThan(64);
      else expect(before).toBeGreaterThan(192);
      await editor.page.screenshot({ path: `.cache/tests/${colorScheme}.png` });
      await editor.page.getByRole("button", { name: "Dark or light" }).click();
      expect((await lightness()) < 128).toBe(before > 128);
      expect(editor.complaints).toEqual([]);
    },
  );

  it("works on a narrow page", async () => {
    editor = await open({ viewport: { width: 900, height: 700 } });
    await editor.settled("done", "cached", "idle", "queued");
    await editor.state("mixed", "done");
    await editor.page.screenshot({ path: ".cache/tests/narrow.png" });
    expect(editor.complaints).toEqual([]);
  });
});
