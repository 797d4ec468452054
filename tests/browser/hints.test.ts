import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
const shown = () =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-hint]")].map(({ dataset }) => dataset.hint),
  );

describe("a first visit's hints", () => {
  beforeAll(async () => {
    editor = await open({ hints: true });
    await editor.settled();
  });

  it("go one by one, when done or dismissed, while the graph stays at hand", async () => {
    const { page } = editor;
    await expect.poll(shown).toEqual(["wire", "number", "find"]);
    await editor.node("zSource").getByRole("spinbutton", { name: "Seed" }).fill("21");
    await expect.poll(shown).toEqual(["wire", "find"]);
    await page.locator('[data-hint="find"]').getByRole("button", { name: "Dismiss" }).click();
    await expect.poll(shown).toEqual(["wire"]);
    await editor.wire(["mapSource", "out:w"], ["layer16a", "in:w"]);
    await expect.poll(shown).toEqual([]);
    expect(editor.complaints).toEqual([]);
  });

  it("come back from help alone", async () => {
    const { page } = editor;
    await page.reload();
    await editor.settled();
    expect(await shown()).toEqual([]);
    await page.getByRole("button", { name: "Help" }).click();
    await page.getByRole("button", { name: "Show the hints" }).click();
    await expect.poll(shown).toEqual(["wire", "number", "find"]);
  });
});
