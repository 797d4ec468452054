import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { graphInPng } from "../../editor/handing/graphPng.ts";
import { bytesOf, type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
// One visit, on the sample that opens by itself.
beforeAll(async () => {
  editor = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await editor.settled();
});

afterEach(async () => {
  if ((await box().count()) > 0) await editor.page.keyboard.press("Escape");
});

const box = () => editor.page.getByRole("dialog");
const line = () => editor.page.locator(".light-line").textContent();
const bar = () => editor.page.locator(".lightbox > header");

/** All pixels of the picture in a place, as one number. */
const pixelsOf = (where: string, at = 0): Promise<number> =>
  editor.page
    .locator(where)
    .nth(at)
    .evaluate(async (picture: HTMLImageElement) => {
      while (!picture.complete) await new Promise((resolve) => setTimeout(resolve, 5));
      const { naturalWidth: width, naturalHeight: height } = picture;
      const copy = new OffscreenCanvas(width, height).getContext("2d");
      copy?.drawImage(picture, 0, 0);
      const pixels = copy?.getImageData(0, 0, width, height).data ?? [];
      return Array.from(pixels).reduce((hash, level) => (Math.imul(hash, 31) + level) | 0, 0);
    });
const shown = () => pixelsOf(".lightbox .plane");
const point = (dx: number, dy: number) => editor.page.mouse.move(720 + dx, 460 + dy);
const focused = () => editor.page.evaluate(() => document.activeElement?.getAttribute("data-node"));

async function openPicture(node: string, sample: number): Promise<void> {
  await editor.node(node).locator(".plane").nth(sample).click();
  await editor.page.locator(".lightbox .plane").waitFor();
}

describe("a picture that is clicked", () => {
  it("is shown at a whole scale; arrows walk its samples; what lies under the pointer is told", async () => {
    await openPicture("mixed", 1);
    expect(await bar().textContent()).toMatch(/Mixed.*sample 2 of 4.*1,200 %/);
    expect(await shown()).toBe(await pixelsOf('[data-node="mixed"] .plane', 1));
    await point(2, 2);
    await expect
      .poll(line)
      .toMatch(/^pixel 32, 32 {3}cell 2, 2 of 4 × 4 {3}sample 2 of 4 {3}R .*G .*B .*#[\da-f]{6}/);
    await editor.page.keyboard.press("ArrowRight");
    await expect.poll(shown).toBe(await pixelsOf('[data-node="mixed"] .plane', 2));
    await editor.page.keyboard.press("g");
    await editor.page.keyboard.press("g");
    await expect.poll(line).toContain("cell 4, 4 of 8 × 8");
    expect(await editor.page.locator(".grid-lines").count()).toBe(1);
    await editor.page.mouse.wheel(0, -200);
    await expect.poll(() => bar().textContent()).toContain("1,600 %");
    // The pixel under the pointer stays there.
    await point(3, 3);
    await expect.poll(line).toContain("pixel 32, 32");
    await editor.page.keyboard.press("p");
    await expect.poll(() => bar().isVisible()).toBe(false);
    await editor.page.keyboard.press("Escape");
    await expect.poll(() => box().count()).toBe(0);
    expect(await focused()).toBe("mixed");
    await editor.page.keyboard.press("Enter");
    await box().waitFor();
    await editor.page.keyboard.press("Escape");
  });

  it("shows of a map the numbers themselves, unit by unit", async () => {
    await openPicture("layer8a", 0);
    expect(await shown()).toBe(await pixelsOf('[data-node="layer8a"] .plane'));
    const [, unit] = /unit (\d+) of \d/.exec((await bar().textContent()) ?? "") ?? [];
    await point(2, 2);
    await expect.poll(line).toMatch(/cell 4, 4 of 8 × 8 {3}sample 1 of 4 {3}−?\d+\.\d{4}/);
    await editor.page.keyboard.press("ArrowDown");
    await expect.poll(() => bar().textContent()).toContain(`unit ${Number(unit) - 1} of `);
    await editor.page.keyboard.press("Escape");
  });

  it("is copied, and saved as a PNG that carries its graph", async () => {
    await openPicture("mixed", 0);
    await editor.page.getByRole("button", { name: "Copy as PNG" }).click();
    await expect.poll(line).toContain("Copied.");
    const types = await editor.page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
    expect(types).toEqual(["image/png"]);
    const handed = editor.page.waitForEvent("download");
    await editor.page.getByRole("button", { name: "Save as PNG" }).click();
    const download = await handed;
    expect(download.suggestedFilename()).toBe("style-mixing-mixed-1.png");
    const graph = graphInPng(new Uint8Array(await bytesOf(download)));
    expect(JSON.parse(graph ?? "")).toMatchObject({ name: "Style mixing" });
    await editor.page.keyboard.press("Escape");
  });
});

describe("the inspector", () => {
  it("says what each port is for, and shows shape, range and histogram of each output", async () => {
    const inspector = editor.page.getByLabel("Inspector");
    await editor.node("source").locator("header").click();
    await expect.poll(() => inspector.locator(".docs").textContent()).toContain("may stay unwired");
    await inspector.locator(".histogram").waitFor();
    await inspector.getByRole("radio", { name: "features" }).click();
    await expect.poll(() => inspector.textContent()).toMatch(/most varied first.*Shape4 × \d+ × \d+ × \d+/);
    expect(await inspector.locator(".histogram").count()).toBe(1);
  });
});

describe("the picture before", () => {
  it("comes back for as long as Space is held, after a change that it follows from", async () => {
    const before = await editor.shown("mixed");
    await openPicture("mixed", 0);
    const first = await shown();
    expect(await editor.page.getByRole("button", { name: "Before" }).isDisabled()).toBe(true);
    await editor.page.keyboard.press("Escape");
    await editor.node("zDestination").locator("header").click();
    const seed = editor.page.getByLabel("Inspector").getByLabel("Seed", { exact: true });
    await seed.fill("24");
    await seed.press("Enter");
    await editor.changed("mixed", before);
    await editor.settled();
    await openPicture("mixed", 0);
    const second = await shown();
    expect(second).not.toBe(first);
    await editor.page.keyboard.down(" ");
    await expect.poll(shown).toBe(first);
    await editor.page.keyboard.up(" ");
    await expect.poll(shown).toBe(second);
    await editor.page.keyboard.press("Escape");
  });
});

describe("two pictures", () => {
  it("lie against each other under an edge that keys and the mouse move", async () => {
    await editor.node("mixed").locator("header").click();
    await editor
      .node("source")
      .locator("header")
      .click({ modifiers: ["Shift"] });
    await editor.page.keyboard.press("l");
    const edge = editor.page.getByRole("slider", { name: "Edge between A and B" });
    await edge.waitFor();
    expect(await bar().textContent()).toContain("Mixed against Source pictures");
    await editor.page.keyboard.press("]");
    expect(await edge.getAttribute("aria-valuenow")).toBe("55");
    const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {};
    await editor.page.mouse.move(x + 12, y + 300);
    await editor.page.mouse.down();
    await editor.page.mouse.move(720, y + 300, { steps: 3 });
    await editor.page.mouse.up();
    await vi.waitFor(async () =>
      expect(Math.abs(Number(await edge.getAttribute("aria-valuenow")) - 50)).toBeLessThan(2),
    );
    await point(60, 2);
    await expect.poll(line).toMatch(/A R .*#[\da-f]{6} {3}B R .*#[\da-f]{6}/);
    await editor.page.keyboard.press("Escape");
    expect(editor.complaints).toEqual([]);
  });
});
