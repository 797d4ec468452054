/** Figures o to r: large graphs on the canvas, in Chromium; opened beside xyflow in the same run. */
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { build, type InlineConfig } from "vite";
import { openBrowser } from "../browser/openBrowser.ts";
import { editorSite, serveSite } from "../browser/servedSite.ts";
import { largeGraph } from "./canvas/largeGraph.ts";
import { framesWhile, keysWhile, msUntilThere } from "./canvas/watching.ts";
import { type Figure, median, rounded } from "./figure.ts";

const rounds = 3;
const viewport = { width: 1440, height: 900 };
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const peerPage: InlineConfig = {
  configFile: false,
  logLevel: "warn",
  root: path("canvas/peer"),
  build: { outDir: path("../../.cache/bench/peer"), emptyOutDir: true },
};

export async function benchCanvas(): Promise<Figure[]> {
  await build(peerPage);
  const [site, peer] = [await serveSite(editorSite), await serveSite(peerPage)];
  try {
    const opened: { own: number; other: number }[] = [];
    const peerKeys: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const other = await inBrowser((browser) => openPeer(browser, peer.address, 250));
      peerKeys.push(...other.keys);
      const own = await inBrowser(async (browser) => (await openOwn(browser, site.address, 250)).ms);
      opened.push({ other: other.ms, own });
    }
    const thousand = await inBrowser((browser) => handled(browser, site.address, 250));
    const more = await inBrowser((browser) => handled(browser, site.address, 750));
    return [openedFigure(opened), ...handledFigures(thousand, more, peerKeys)];
  } finally {
    await site.close();
    await peer.close();
  }
}

async function inBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Opened, and typed into: its fields keep what is typed to themselves, so that a key costs what the browser takes for it. */
async function openPeer(
  browser: Browser,
  address: string,
  steps: number,
): Promise<{ readonly ms: number; readonly keys: readonly number[] }> {
  const page = await browser.newPage({ viewport });
  await page.goto(address);
  const graph = largeGraph(steps);
  const ms = await msUntilThere(page, { text: JSON.stringify(graph), how: "show" }, [
    [".react-flow__node[style*='visibility: visible']", graph.nodes.length],
    [".react-flow__edge-path", graph.wires.length],
  ]);
  return { ms, keys: await type(page, page.locator("input").first()) };
}

/** Milliseconds from each of ninety keys to its picture: digits that are written behind the number and taken back, each a value that fits. */
async function type(page: Page, field: Locator): Promise<number[]> {
  await page.waitForTimeout(1000);
  await field.focus();
  await page.keyboard.press("End");
  return keysWhile(page, async () => {
    for (let at = 0; at < 45; at++)
      for (const key of [String(1 + (at % 9)), "Backspace"]) {
        await page.keyboard.press(key);
        await page.waitForTimeout(120);
      }
  });
}

async function openOwn(
  browser: Browser,
  address: string,
  steps: number,
): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage({ viewport, serviceWorkers: "block" });
  await page.addInitScript(() => localStorage.setItem("ganglion.hints", "seen"));
  await page.goto(address);
  await page.locator('[data-state="done"]').nth(8).waitFor({ timeout: 60_000 });
  const graph = largeGraph(steps);
  const ms = await msUntilThere(page, { text: JSON.stringify(graph), how: "paste" }, [
    ["[data-node]", graph.nodes.length],
    ["[data-wire]", graph.wires.length],
  ]);
  return { page, ms };
}

interface Handled {
  readonly openedMs: number;
  readonly far: readonly number[];
  readonly near: readonly number[];
  readonly panned: readonly number[];
  readonly keys: readonly number[];
}

/** A node dragged with all in view and with a part in view, the table panned, and a number typed. */
async function handled(browser: Browser, address: string, steps: number): Promise<Handled> {
  const { page, ms } = await openOwn(browser, address, steps);
  const done = () => /Up to date/.test(document.querySelector(".status-bar")?.textContent ?? "");
  await page.waitForFunction(done, null, { timeout: 120_000 });
  await page.waitForTimeout(2000);
  const step = 10 * Math.floor(steps / 20) + 5;
  const [dragged, typed] = [`[data-node="interpolate${step}"]`, `[data-node="number${step}"]`];
  const far = await framesWhile(page, () => drag(page, dragged, [300, 200]));
  await page.keyboard.press("Control+z");
  await page.locator(dragged).click();
  await page.keyboard.press("Shift+F");
  await page.waitForTimeout(2000);
  const near = await framesWhile(page, () => drag(page, `${dragged} .node-header`, [300, 200]));
  const panned = await framesWhile(page, () => drag(page, ".table", [-600, -300], [1000, 700]));
  await page.keyboard.press("Control+z");
  await page.locator(typed).focus();
  const keys = await type(page, page.locator(`${typed} input`).first());
  return { openedMs: ms, far, near, panned, keys };
}

/** Drags what lies there, by its middle or from a place of the window, in two seconds. */
async function drag(
  page: Page,
  selector: string,
  [dx, dy]: readonly [number, number],
  from?: readonly [number, number],
): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not there`);
  const [x, y] = from ?? [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 120; step++) {
    await page.mouse.move(x + (dx * step) / 120, y + (dy * step) / 120);
    await page.waitForTimeout(12);
  }
  await page.mouse.up();
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

function openedFigure(opened: readonly { own: number; other: number }[]): Figure {
  return {
    id: "o",
    what: "a graph of 1,000 nodes and 1,500 wires opened / the same in xyflow, all nodes in the document",
    reached: rounded(median(opened.map(({ own, other }) => own / other))),
    aim: 1.5,
    unit: "x",
    detail: {
      ownMs: opened.map(({ own }) => Math.round(own)),
      xyflowMs: opened.map(({ other }) => Math.round(other)),
    },
  };
}

function handledFigures(thousand: Handled, more: Handled, peerKeys: readonly number[]): Figure[] {
  const detail = ({ openedMs, far, near, panned, keys }: Handled) => ({
    openedMs: Math.round(openedMs),
    dragAllInViewP95Ms: rounded(p95(far)),
    dragP95Ms: rounded(p95(near)),
    panP95Ms: rounded(p95(panned)),
    keysMs: keys.map(Math.round),
  });
  return [
    {
      id: "p",
      what: "frame time while a node of 1,000 is dragged, 95 of 100 below",
      reached: rounded(Math.max(p95(thousand.far), p95(thousand.near))),
      aim: 34,
      unit: "ms",
      detail: detail(thousand),
    },
    {
      id: "q",
      what: "a key typed into a field among 1,000 nodes, to the picture that shows it, 95 of 100 below",
      reached: p95(thousand.keys),
      aim: 50,
      unit: "ms",
      detail: {
        medianMs: median(thousand.keys),
        slowestMs: Math.max(...thousand.keys),
        xyflowMedianMs: median(peerKeys),
        xyflowP95Ms: p95(peerKeys),
      },
    },
    {
      id: "r",
      what: "frame time while a node of 3,000 is dragged, 95 of 100 below",
      reached: rounded(Math.max(p95(more.far), p95(more.near))),
      aim: null,
      unit: "ms",
      detail: detail(more),
    },
  ];
}
