import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
const given = (name: string, seed: number) =>
  JSON.stringify({
    format: "ganglion/graph",
    version: 1,
    name,
    nodes: [{ id: "z", type: "sampleLatent", params: { seed } }],
    wires: [],
  });
const title = () => editor.page.title();
const strip = () => editor.page.getByRole("navigation", { name: "Open graphs" });
const names = () =>
  strip()
    .locator(".graph-tab")
    .evaluateAll((all) => all.map((tab) => tab.querySelector("input")?.value ?? tab.textContent));

async function bring(name: string, seed: number): Promise<void> {
  await editor.importText("given.json", given(name, seed));
  await vi.waitFor(async () => expect(await title()).toBe(`${name} · Ganglion`), { timeout: 45_000 });
  await editor.settled();
}

beforeAll(async () => {
  editor = await open();
  await editor.node("mixed").waitFor();
  await bring("Alpha", 1);
});

describe("several open graphs", () => {
  it("stand in a strip as soon as there are two; a sample nobody touched gives its place away", async () => {
    expect(await strip().count()).toBe(0);
    await bring("Beta", 2);
    await expect.poll(names).toEqual(["Alpha", "Beta"]);
  });

  it("keep their history, selection, view and pictures each", async () => {
    const beta = await editor.shown("z");
    await editor.node("z").locator(".node-name, header").first().click();
    await editor.page.keyboard.press("Delete");
    await expect.poll(() => editor.states()).toEqual({});
    await strip().getByRole("button", { name: "Alpha", exact: true }).click();
    await expect.poll(title).toBe("Alpha · Ganglion");
    const alpha = await editor.changed("z", beta);
    await editor.page.mouse.move(700, 700);
    await editor.page.mouse.wheel(0, 240);
    const place = async () => Math.round((await editor.node("z").boundingBox())?.y ?? 0);
    const before = await place();
    await editor.page.keyboard.press("Alt+PageDown");
    await expect.poll(title).toBe("Beta · Ganglion");
    await editor.page.keyboard.press("Control+z");
    await editor.shows("z", beta);
    await editor.page.keyboard.press("Alt+PageUp");
    await editor.shows("z", alpha);
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
  });

  it("are closed by the middle button and put back, and keep their order over a reload", async () => {
    await strip().getByRole("button", { name: "Beta", exact: true }).click({ button: "middle" });
    await expect.poll(() => strip().count()).toBe(0);
    await editor.notice().getByRole("button", { name: "Undo" }).click();
    await expect.poll(title).toBe("Beta · Ganglion");
    await bring("Gamma", 3);
    const order = await names();
    expect([...order].sort()).toEqual(["Alpha", "Beta", "Gamma"]);
    await expect.poll(() => editor.page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
    await editor.page.reload();
    await expect.poll(names).toEqual(order);
    expect(await title()).toBe("Gamma · Ganglion");
    await strip().getByRole("button", { name: "Alpha", exact: true }).click();
    await expect.poll(title).toBe("Alpha · Ganglion");
    expect(editor.complaints).toEqual([]);
  });
});
