import { beforeAll, describe, expect, it } from "vitest";
import { generationOf, openGraph, press, reaches, ringGraph, Screen } from "./evolving.ts";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open();
});

describe("a long run", () => {
  it("goes on in a tab that is hidden, which gets no frames", async () => {
    await openGraph(editor, "Long", ringGraph("Long", { steps: 100_000 }));
    await editor.state("egan", "waits");
    await press(editor, "Run");
    await reaches(editor, "egan", 1);
    await editor.page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
      window.requestAnimationFrame = () => 0;
      document.dispatchEvent(new Event("visibilitychange"));
    });
    const at = (await generationOf(editor, "egan")) ?? 0;
    await reaches(editor, "egan", at + 20);
  });

  it("is taken up after a reload where it was paused", async () => {
    await expect.poll(() => editor.page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
    await editor.page.reload();
    await editor.state("egan", "waits");
    await press(editor, "Run");
    await reaches(editor, "egan", 1);
    await press(editor, "Cancel");
    await editor.state("egan", "stopped");
    const at = (await generationOf(editor, "egan")) ?? 0;
    await editor.page.reload();
    await editor.state("egan", "waits");
    await press(editor, "Run");
    // The first that it tells of: what is learned anew would begin below.
    await expect.poll(() => generationOf(editor, "egan")).not.toBeNull();
    expect(await generationOf(editor, "egan")).toBeGreaterThanOrEqual(at);
    await press(editor, "Cancel");
    await editor.state("egan", "stopped");
    expect(editor.complaints).toEqual([]);
  });
});

describe("what can't be learned", () => {
  it("is said on the node with what to do, and the graph stays", async () => {
    await openGraph(editor, "Few", ringGraph("Few", { batch: 64 }, { count: 32 }));
    await press(editor, "Run");
    await editor.state("egan", "failed");
    const said = await editor.node("egan").getByRole("alert").textContent();
    expect(said).toContain("batch is 64, but data holds 32 samples.");
    expect(said).toContain("Take a batch of 32 at most, or more data.");
    await editor.state("plane", "blocked");
    expect(await editor.wires()).toHaveLength(5);
  });

  it("stops at the last good generation, and says so on the node and over the whole window", async () => {
    const csv = ["x,y", ...Array.from({ length: 32 }, (_, i) => `${i % 2 ? "" : "-"}3e38,3e38`)].join("\n");
    await openGraph(editor, "Diverging", ringGraph("Diverging", {}, { shape: "csv", csv, fit: false }));
    await press(editor, "Run");
    await editor.state("egan", "done");
    const reason =
      "Generation 1 gave numbers that are not finite. The run stopped at generation 0, the last good one. Lower the rates.";
    await expect.poll(() => editor.node("egan").textContent()).toContain(reason);
    const screen = new Screen(editor);
    await screen.open("egan");
    expect(await screen.button("Stopped").isDisabled()).toBe(true);
    expect(await screen.sheet().getByRole("alert").textContent()).toBe(reason);
    await screen.close();
  });
});

describe("points drawn by hand", () => {
  it("are learned from like any others", async () => {
    const steps = 44;
    await openGraph(editor, "Drawn", ringGraph("Drawn", { steps, batch: 8 }, { shape: "drawn" }));
    await editor.state("ring", "failed");
    const box = await editor.node("ring").getByRole("application").boundingBox();
    if (box === null) throw new Error("there is nothing to draw on");
    const at = (part: number) => [box.x + part * box.width, box.y + 0.4 * box.height] as const;
    await editor.page.mouse.move(...at(0.2));
    await editor.page.mouse.down();
    await editor.page.mouse.move(...at(0.8), { steps: 24 });
    await editor.page.mouse.up();
    await editor.state("ring", "done");
    await press(editor, "Run");
    await editor.settled();
    expect(await editor.node("egan").textContent()).toMatch(/minimax|heuristic|least squares/);
    await expect.poll(async () => (await editor.shown("plane")).colours).toBeGreaterThan(3);
    expect(editor.complaints).toEqual([]);
  });
});
