/** Figure m: the page while graph 13 trains five runs side by side, in Chromium on wasm. */
import type { Page } from "playwright-core";
import { openBrowser } from "../browser/openBrowser.ts";
import { editorSite, serveSite } from "../browser/servedSite.ts";
import { type Figure, median, rounded } from "./figure.ts";

const seconds = 20;
/** Milliseconds of work in which a person notices nothing. */
const long = 50;

declare global {
  interface Window {
    /** Milliseconds of each task of 50 ms or more since the start of the measurement. */
    longTasks: number[];
  }
}

export async function benchEvolutionPage(): Promise<Figure[]> {
  const site = await serveSite(editorSite);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.address}#sample=13-evolve-a-ring.json`);
    await page.locator('[data-node="egan"][data-state="waits"]').waitFor({ timeout: 60_000 });
    await page.locator(".top-bar").getByRole("button", { name: "Run", exact: true }).click();
    await page.locator('[data-node="egan"][data-state="running"]').waitFor({ timeout: 60_000 });
    await page.evaluate(watch);
    await page.waitForTimeout(1000 * seconds);
    const tasks = await page.evaluate(() => window.longTasks);
    return [figure(tasks, await reached(page))];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** In the page: from now on. */
function watch(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: "longtask" });
}

/** What the first run says of itself. */
async function reached(page: Page): Promise<string> {
  return (await page.locator('[data-node="egan"] footer').textContent()) ?? "";
}

/** The browser tells of tasks from 50 ms on: where it told of none, all were shorter. */
function figure(tasks: readonly number[], came: string): Figure {
  return {
    id: "m",
    what: `longest task of the main thread while graph 13 trains for ${seconds} s; ${long} stands for ${long} or less`,
    reached: rounded(Math.max(long, ...tasks)),
    aim: long,
    unit: "ms",
    detail: {
      over50ms: tasks.length,
      medianOfTheseMs: tasks.length === 0 ? 0 : rounded(median(tasks)),
      firstRun: came,
    },
  };
}
