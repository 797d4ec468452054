/** Figure h: a stroke of units on the picture that changes under it, in Chromium on wasm. */
import type { Page } from "playwright-core";
import { openBrowser } from "../browser/openBrowser.ts";
import { editorSite, serveSite } from "../browser/servedSite.ts";
import { type Figure, median, rounded } from "./figure.ts";

const across = 14;
const rows = 5;

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") });
const csv = ["unit,tree", ...Array.from({ length: 96 }, (_, unit) => `${unit},0`)].join("\n");

/** One picture of 64 px from layer 16×16 b on, and ten units to paint with. */
const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Painting",
  nodes: [
    { id: "z", type: "sampleLatent", params: { seed: 11 }, at: [0, 0] },
    { id: "w", type: "mapping", at: [160, 0] },
    { id: "before", type: "synthesis", params: { tap: "16x16 b" }, at: [280, 0] },
    { id: "table", type: "csvTable", params: { csv }, at: [0, 260] },
    { id: "trees", type: "viewUnits", params: { units: "0-9", minIoU: 0.5 }, at: [280, 380] },
    { id: "paint", type: "paintUnits", params: { value: 3 }, at: [600, 0] },
  ],
  wires: [
    wire("z.z", "w.z"),
    wire("w.w", "before.coarse"),
    wire("before.features", "paint.features"),
    wire("w.w", "paint.w"),
    wire("table.table", "trees.scores"),
    wire("trees.units", "paint.a"),
  ],
});

declare global {
  interface Window {
    moved: number;
    drawn: number[];
    /** Takes no notice of moves so far; gives how many were drawn. */
    forget(): number;
  }
}

export async function benchPainting(): Promise<Figure[]> {
  const site = await serveSite(editorSite);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watch);
    await page.goto(site.address);
    await openGraph(page);
    const steps = await paint(page);
    const backend = await page.locator(".status-bar").textContent();
    if (!backend?.includes("WebAssembly")) throw new Error(`not on wasm: ${backend}`);
    return [figure(steps)];
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * In the page: milliseconds from the last move of the pointer to the picture that is drawn after it. No function in here may have a name:
 * tsx would wrap it in a helper that the page lacks.
 */
function watch(): void {
  window.moved = 0;
  window.drawn = [];
  window.forget = () => {
    window.moved = 0;
    return window.drawn.length;
  };
  addEventListener("pointermove", () => (window.moved ||= performance.now()), true);
  // What an element loads is told to the document, but not to the window.
  document.addEventListener(
    "load",
    ({ target }) => {
      if (window.moved === 0 || !(target as Element).closest?.(".brush-surface")) return;
      window.drawn.push(performance.now() - window.moved);
      window.moved = 0;
    },
    true,
  );
}

async function openGraph(page: Page): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Import a file" }).click();
  await (await asked).setFiles({
    name: "painting.json",
    mimeType: "application/json",
    buffer: Buffer.from(graph),
  });
  await page.waitForFunction(
    () =>
      /^(done|cached)$/.test(document.querySelector<HTMLElement>('[data-node="paint"]')?.dataset.state ?? ""),
    null,
    { timeout: 60_000 },
  );
  await page.waitForTimeout(1000);
}

/** A stroke a row, a step a cell: the next move comes when the last one is drawn. */
async function paint(page: Page): Promise<number[]> {
  const box = await page.locator('[data-node="paint"]').getByRole("application").boundingBox();
  if (box === null) throw new Error("there is nothing to paint on");
  const at = (column: number, row: number) =>
    [box.x + ((column + 1) / 16) * box.width, box.y + ((3 * row + 2) / 16) * box.height] as const;
  for (let row = 0; row < rows; row++) {
    await page.mouse.move(...at(0, row));
    await page.evaluate(() => window.forget());
    await page.mouse.down();
    await page.waitForTimeout(500);
    for (let column = 1; column < across; column++) {
      const before = await page.evaluate(() => window.forget());
      await page.mouse.move(...at(column, row));
      await page.waitForFunction((count) => window.drawn.length > count, before, {
        polling: 30,
        timeout: 5000,
      });
    }
    await page.mouse.up();
    await page.waitForTimeout(500);
  }
  // The first stroke has the layers before the units run once more, to be kept.
  return (await page.evaluate(() => window.drawn)).slice(across - 1);
}

function figure(steps: readonly number[]): Figure {
  const sorted = [...steps].sort((a, b) => a - b);
  return {
    id: "h",
    what: "step of a stroke of units, from the pointer to the new picture of 64 px, wasm",
    reached: rounded(median(steps)),
    aim: 100,
    unit: "ms",
    detail: {
      steps: steps.length,
      leastMs: rounded(sorted[0] ?? Number.NaN),
      nineOfTenMs: rounded(sorted[Math.floor(0.9 * sorted.length)] ?? Number.NaN),
    },
  };
}
