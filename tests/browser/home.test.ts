import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
const given = (name: string) =>
  JSON.stringify({
    format: "ganglion/graph",
    version: 1,
    name,
    nodes: [{ id: "z", type: "sampleLatent" }],
    wires: [],
  });
const title = () => editor.page.title();
const home = () => editor.page.getByRole("dialog", { name: "Graphs" });
const own = () => home().locator(".own strong").allTextContents();

async function keep(name: string): Promise<void> {
  await editor.importText("given.json", given(name));
  await vi.waitFor(async () => expect(await title()).toBe(`${name} · Ganglion`), { timeout: 45_000 });
}

beforeAll(async () => {
  editor = await open();
  await editor.node("mixed").waitFor();
  await keep("Alpha");
  await keep("Beta");
  await editor.settled();
});

describe("home", () => {
  it("lists one's own graphs, the newest first, and the course with its pictures", async () => {
    await editor.home();
    await expect.poll(own).toEqual(["Beta", "Alpha"]);
    await expect.poll(() => home().locator(".lesson").count()).toBe(17);
    const first = home().locator(".lesson").first();
    expect(await first.textContent()).toContain("First image");
    await first.locator("img").waitFor();
    const open = home().getByRole("button", { name: "Beta", exact: true });
    expect(await open.getAttribute("aria-current")).toBe("true");
  });

  it("finds by any words, opens the first by Enter, and keeps the focus inside", async () => {
    const search = home().getByLabel("Search graphs");
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await search.fill("truncation");
    await expect.poll(() => home().locator(".lesson").count()).toBe(1);
    await search.fill("nothing at all like it");
    await home().getByText("No graph fits these words.").waitFor();
    await search.press("Escape");
    await expect.poll(own).toEqual(["Beta", "Alpha"]);
    await search.press("ArrowDown");
    await editor.page.keyboard.press("ArrowRight");
    const name = () => editor.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(await name()).toBe("Alpha");
    await editor.page.keyboard.press("ArrowDown");
    expect(await name()).toMatch(/^0\d /);
    expect(await editor.page.evaluate(() => document.activeElement?.closest("dialog") !== null)).toBe(true);
    await search.fill("alph");
    await search.press("Enter");
    await expect.poll(title).toBe("Alpha · Ganglion");
    await expect.poll(() => home().count()).toBe(0);
  });

  it("renames and duplicates, the open graph as well as others", async () => {
    await editor.home();
    await home().getByRole("button", { name: "Alpha", exact: true }).press("F2");
    const field = home().getByLabel("Name of the graph");
    await field.fill("Gamma");
    await field.press("Enter");
    await expect.poll(title).toBe("Gamma · Ganglion");
    await expect.poll(own).toEqual(["Gamma", "Beta"]);
    await home().locator(".own", { hasText: "Beta" }).hover();
    await home().getByRole("button", { name: "Duplicate Beta" }).click();
    await expect.poll(own).toEqual(["Beta copy", "Gamma", "Beta"]);
  });

  it("deletes with a way back, closes the graph that was open, and keeps it for a while", async () => {
    await home().getByRole("button", { name: "Gamma", exact: true }).press("Delete");
    await expect.poll(own).toEqual(["Beta copy", "Beta"]);
    expect(await title()).not.toContain("Gamma");
    await editor.notice().getByRole("button", { name: "Undo" }).click();
    await expect.poll(title).toBe("Gamma · Ganglion");
    await editor.home();
    await home().getByRole("button", { name: "Beta", exact: true }).press("Delete");
    await expect.poll(own).toEqual(["Beta copy", "Gamma"]);
    await home().getByRole("button", { name: "Deleted, 1" }).click();
    await expect.poll(own).toEqual(["Beta"]);
    await home().locator(".own").hover();
    await home().getByRole("button", { name: "Put Beta back" }).click();
    await expect.poll(own).toEqual(["Beta copy", "Gamma", "Beta"]);
    await editor.page.keyboard.press("Escape");
    await expect.poll(() => home().count()).toBe(0);
    expect(editor.complaints).toEqual([]);
  });
});
