import { beforeAll, describe, expect, it, vi } from "vitest";
import { largeGraph } from "../bench/canvas/largeGraph.ts";
import { type Editor, visits } from "./openEditor.ts";

const graph = largeGraph(21);

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open();
  await editor.importText("large.json", JSON.stringify(graph));
  await vi.waitFor(async () => expect(await editor.wires()).toHaveLength(graph.wires.length), {
    timeout: 45_000,
  });
  await editor.settled();
});

const sockets = (id?: string) =>
  (id === undefined ? editor.page : editor.node(id)).locator("[data-port]").count();

describe("a large graph", () => {
  it("is there from afar as cards with their pictures, without sockets", async () => {
    expect(Object.keys(await editor.states())).toHaveLength(graph.nodes.length);
    await expect.poll(sockets).toBe(0);
    const within = async (id: string) => {
      const box = await editor.node(id).boundingBox();
      return editor.page.locator(".far-nodes").evaluate((canvas: HTMLCanvasElement, at) => {
        const { left, top } = canvas.getBoundingClientRect();
        const { x = 0, y = 0, width = 1, height = 1 } = at ?? {};
        const pixels = canvas
          .getContext("2d")
          ?.getImageData(x - left + 2, y - top + 2, width - 4, height - 4);
        return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer(0))).size;
      }, box);
    };
    expect(await within("sampleLatent5")).toBeGreaterThan(10);
    expect(await within("number5")).toBeLessThan(5);
  });

  it("is taken hold of from afar: a click selects, a drag moves, undo takes back", async () => {
    const node = editor.node("interpolate15");
    await node.click();
    await expect.poll(() => node.getAttribute("class")).toContain("selected");
    const before = await node.boundingBox();
    const [x, y] = [(before?.x ?? 0) + 5, (before?.y ?? 0) + 5];
    await editor.page.mouse.move(x, y);
    await editor.page.mouse.down();
    await editor.page.mouse.move(x + 40, y + 60, { steps: 6 });
    await editor.page.mouse.up();
    expect((await node.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + 30);
    await editor.page.keyboard.press("Control+z");
    await expect.poll(async () => (await node.boundingBox())?.y).toBe(before?.y);
  });

  it("has its nodes whole where the eye comes near, and only there", async () => {
    await editor.node("interpolate15").click();
    await editor.page.keyboard.press("Shift+F");
    await expect.poll(() => sockets("interpolate15")).toBeGreaterThan(3);
    expect(await sockets("interpolate20")).toBe(0);
  });

  it("leaves nodes far outside of the window out of the page until keys or the eye come there", async () => {
    await editor.node("interpolate15").focus();
    await editor.page.keyboard.press("Alt+ArrowRight");
    await expect.poll(() => sockets("pick15")).toBe(2);
    expect(await editor.node("number20").isVisible()).toBe(false);
    for (let step = 0; step < 23; step++) await editor.page.keyboard.press("Alt+ArrowLeft");
    await expect.poll(() => sockets("number10")).toBeGreaterThan(0);
    await editor.page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => sockets("number20")).toBeGreaterThan(0);
    expect(await editor.node("pick15").isVisible()).toBe(false);
    await editor.page.keyboard.press("f");
    await expect.poll(() => editor.node("pick15").isVisible()).toBe(true);
    expect(await sockets("pick15")).toBe(0);
    expect(editor.complaints).toEqual([]);
  });

  it("is handed out as a picture with all nodes whole", async () => {
    const handed = editor.page.waitForEvent("download");
    await editor.page.getByRole("button", { name: "Share", exact: true }).click();
    await editor.page.getByRole("menuitem", { name: "Export as PNG with graph" }).click();
    const download = await handed;
    expect(download.suggestedFilename()).toBe("84-nodes.png");
    await expect.poll(() => sockets("interpolate2")).toBe(0);
  });
});
