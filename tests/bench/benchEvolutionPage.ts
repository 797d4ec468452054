/** Figure m: the page while graph 13 trains five runs side by side, in Chromium on wasm. */
import type { Browser } from "playwright-core";
import { openBrowser } from "../browser/openBrowser.ts";
import { editorSite, serveSite } from "../browser/servedSite.ts";
import { type Figure, rounded } from "./figure.ts";
import { mainThreadTasks, type Task } from "./mainThread.ts";

const seconds = 30;
/** Until then the browser loads and compiles what draws and trains, on cores that the page needs as well. */
const compiled = 15;

export async function benchEvolutionPage(): Promise<Figure[]> {
  const site = await serveSite(editorSite);
  const browser = await openBrowser();
  try {
    return [await longestTask(browser, site.address)];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function longestTask(browser: Browser, address: string): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#sample=13-evolve-a-ring.json`);
  const egan = (state: string) =>
    page.locator(`[data-node="egan"][data-state="${state}"]`).waitFor({ timeout: 60_000 });
  await egan("waits");
  const tasks = await mainThreadTasks(browser, page, async () => {
    await page.locator(".top-bar").getByRole("button", { name: "Run", exact: true }).click();
    await egan("running");
    await page.waitForTimeout(1000 * seconds);
  });
  const began = Math.min(...tasks.map(({ ts }) => ts));
  const later = tasks.filter(({ ts }) => ts - began > 1e6 * compiled);
  const longest = (of: readonly Task[]) => rounded(Math.max(...of.map(({ dur = 0 }) => dur)) / 1000);
  const over = (of: readonly Task[]) => of.filter(({ dur = 0 }) => dur > 50_000).length;
  const came = await page.locator('[data-node="egan"] footer .status-left').textContent();
  return {
    id: "m",
    what: `longest task of the main thread while graph 13 trains for ${seconds} s`,
    reached: longest(tasks),
    aim: 50,
    unit: "ms",
    detail: {
      mostComputingMs: rounded(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000),
      tasks: tasks.length,
      over50ms: over(tasks),
      computingOver50ms: tasks.filter(({ tdur = 0 }) => tdur > 50_000).length,
      [`longestAfter${compiled}sMs`]: longest(later),
      [`tasksAfter${compiled}s`]: later.length,
      [`over50msAfter${compiled}s`]: over(later),
      generationsOfTheFirstRun: came ?? "",
    },
  };
}
