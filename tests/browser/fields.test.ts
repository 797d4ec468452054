import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../engine/document.ts";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

const given = {
  format: "ganglion/graph",
  version: 1,
  name: "Fields",
  nodes: [
    { id: "a", type: "sampleLatent", params: { seed: 70_001 }, at: [0, 0] },
    { id: "b", type: "sampleLatent", params: { seed: 70_002 }, at: [0, 220] },
    { id: "cut", type: "truncate", at: [240, 0] },
    { id: "mask", type: "unitMask", at: [240, 220] },
    { id: "seg", type: "segment", at: [480, 220] },
    { id: "small", type: "resize", at: [480, 0] },
    { id: "concept", type: "conceptMask", at: [720, 220] },
  ],
  wires: [{ from: ["seg", "segmentation"], to: ["concept", "segmentation"] }],
};

beforeAll(async () => {
  editor = await open();
  await editor.importText("fields.json", JSON.stringify(given));
  await editor.node("concept").waitFor();
});

const exported = async (): Promise<GraphDocument> => JSON.parse((await editor.exported()).text);
const param = async (id: string, name: string): Promise<unknown> =>
  (await exported()).nodes.find((node) => node.id === id)?.params[name];
const inspector = () => editor.page.getByLabel("Inspector");
const field = (label: string) => inspector().getByLabel(label, { exact: true });
const pick = (id: string) => editor.node(id).locator("header").click();

describe("a seed", () => {
  it("is rolled by its die; a lock keeps it when all are rolled, and one undo takes that back", async () => {
    await pick("a");
    await inspector().getByRole("button", { name: "Another seed" }).click();
    const seed = (await param("a", "seed")) as number;
    expect(seed).toBeLessThan(10_000);
    await inspector().getByRole("button", { name: "Lock" }).click();
    await editor.page.keyboard.press("Escape");
    await editor.page.keyboard.press("Shift+R");
    await expect.poll(() => param("b", "seed")).not.toBe(70_002);
    expect(await param("a", "seed")).toBe(seed);
    await editor.page.keyboard.press("Control+z");
    expect(await param("b", "seed")).toBe(70_002);
  });
});

describe("a number", () => {
  it("shows its unit, which may be typed and left out", async () => {
    await pick("small");
    expect(await field("Size").inputValue()).toBe("64 px");
    for (const [typed, size] of [
      ["32px", 32],
      ["48", 48],
    ] as const) {
      await field("Size").fill(typed);
      await field("Size").press("Enter");
      expect(await param("small", "size")).toBe(size);
      expect(await field("Size").inputValue()).toBe(`${size} px`);
    }
  });

  it("slides between its bounds, and a double-click on its name brings the default back", async () => {
    await pick("cut");
    await field("Psi").fill("-1,5");
    await field("Psi").press("Enter");
    expect(await param("cut", "psi")).toBe(-1.5);
    await inspector().locator(".slider").fill("1.2");
    await expect.poll(() => param("cut", "psi")).toBe(1.2);
    await inspector().getByText("Psi", { exact: true }).dblclick();
    await expect.poll(() => param("cut", "psi")).toBeUndefined();
  });
});

describe("a list of units", () => {
  it("says which part is no unit and keeps what was there", async () => {
    await pick("mask");
    await field("Units").fill("3, 17, 40-48");
    await field("Units").fill("3, 48-40");
    await inspector().getByText("48-40 is no unit. Write 3, 17, 40-48.").waitFor();
    await field("Units").press("Escape");
    expect(await param("mask", "units")).toBe("3, 17, 40-48");
  });
});

describe("a choice", () => {
  it("offers what the model knows: the classes of the segmenter", async () => {
    await pick("concept");
    const options = field("Concept").locator("option");
    await expect.poll(() => options.allTextContents()).toContain("roof");
    await field("Concept").selectOption("roof");
    expect(await param("concept", "concept")).toBe("roof");
    await inspector().getByText("Concept", { exact: true }).first().dblclick();
    await expect.poll(() => param("concept", "concept")).toBeUndefined();
  });
});

describe("every field", () => {
  it("is reached by Tab with a focus that shows", async () => {
    await pick("mask");
    await field("Units").focus();
    const seen = new Set<string>();
    for (let step = 0; step < 4; step++) {
      await editor.page.keyboard.press("Shift+Tab");
      const [label, outline] = await editor.page.evaluate(() => {
        const own = document.activeElement as HTMLElement;
        const shown = own.closest(".value") ?? own;
        return [own.getAttribute("aria-label") ?? "", getComputedStyle(shown).outlineStyle];
      });
      if (await inspector().getByLabel(label, { exact: true }).count()) {
        seen.add(label);
        expect(outline).toBe("solid");
      }
    }
    expect(seen).toContain("Mode");
    expect(editor.complaints).toEqual([]);
  });
});
