import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
const given = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Kept",
  nodes: [{ id: "z", type: "sampleLatent" }],
  wires: [],
});
const titleOf = ({ page }: Editor) => page.title();
const saving = ({ page }: Editor) => page.locator("[data-saving]").getAttribute("data-saving");
const notice = async (of: Editor) => (await of.notice().textContent()) ?? "";

async function rename({ page }: Editor, name: string): Promise<void> {
  const field = page.getByLabel("Name of the graph");
  await field.fill(name);
  await field.press("Enter");
}

/** Another tab of the same browser, as a person opens one. */
async function another(): Promise<Editor> {
  const next = new Editor(await editor.page.context().newPage());
  await next.page.goto(new URL("/", editor.page.url()).href);
  await next.node("z").waitFor();
  return next;
}

beforeAll(async () => {
  editor = await open();
  await editor.node("mixed").waitFor();
  await editor.importText("kept.json", given);
  await editor.settled();
});
afterAll(() => editor.page.context().close());

describe("earlier versions", () => {
  it("are kept at each save, with a picture, and going back to one is undone like any change", async () => {
    await rename(editor, "First");
    await editor.page.keyboard.press("Control+s");
    await expect.poll(() => saving(editor)).toBe("saved");
    await rename(editor, "Second");
    await editor.page.getByRole("button", { name: "Saved" }).click();
    const list = editor.page.getByRole("dialog", { name: "Earlier versions" });
    await list.locator(".version", { hasText: "First" }).first().click();
    await expect.poll(() => titleOf(editor)).toBe("First · Ganglion");
    await editor.page.keyboard.press("Control+z");
    await expect.poll(() => titleOf(editor)).toBe("Second · Ganglion");
    await editor.page.keyboard.press("Control+Shift+h");
    await list.locator(".version", { hasText: "Before going back" }).waitFor();
    await editor.page.keyboard.press("Escape");
    await expect.poll(() => list.count()).toBe(0);
  });
});

describe("a graph that is open in two tabs", () => {
  it("is written by one: the other is told, may take over, and what it changes is a copy", async () => {
    await expect.poll(() => saving(editor)).toBe("saved");
    const other = await another();
    await expect.poll(() => saving(other)).toBe("elsewhere");
    expect(await notice(other)).toContain("This graph is open in another tab.");
    await rename(editor, "Newest");
    await other.notice().getByRole("button", { name: "Edit it here" }).click();
    await expect.poll(() => saving(editor)).toBe("elsewhere");
    await expect.poll(() => titleOf(other)).toBe("Newest · Ganglion");
    await expect.poll(() => saving(other)).toBe("saved");
    await rename(editor, "Apart");
    await expect.poll(() => titleOf(editor)).toBe("Apart copy · Ganglion");
    await expect.poll(() => saving(editor)).toBe("saved");
    const own = (await other.home()).locator(".own strong");
    await expect.poll(() => own.allTextContents()).toEqual(["Apart copy", "Newest"]);
    await other.page.close();
  });
});

describe("a tab that is killed", () => {
  it("loses nothing: its draft is opened again, and the last save is one click away", async () => {
    await editor.page.keyboard.press("Control+s");
    await rename(editor, "Never saved");
    await expect.poll(() => saving(editor)).toBe("saved");
    const cdp = await editor.page.context().newCDPSession(editor.page);
    const crashed = editor.page.waitForEvent("crash");
    void cdp.send("Page.crash").catch(() => {});
    await crashed;
    const again = await another();
    await expect.poll(() => titleOf(again)).toBe("Never saved · Ganglion");
    await vi.waitFor(async () => expect(await notice(again)).toContain("All changes are here."), {
      timeout: 20_000,
    });
    await again.notice().getByRole("button", { name: "Back to the last save" }).click();
    await expect.poll(() => titleOf(again)).toBe("Apart copy · Ganglion");
    expect(again.complaints).toEqual([]);
  });
});
