/** Figures d, e and f: the built editor in Chromium, as a first visitor gets it. */
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../browser/openBrowser.ts";
import { editorSite, serveSite } from "../browser/servedSite.ts";
import { type Figure, median, rounded } from "./figure.ts";
import { mainThreadTasks } from "./mainThread.ts";

const visits = 5;
/** Nodes that show pictures, as against maps of features. */
const pictures = ["synthesis", "toRGB", "viewImages"]
  .map((type) => `[data-type="${type}"] .plane`)
  .join(", ");

export async function benchPage(): Promise<Figure[]> {
  const site = await serveSite(editorSite);
  try {
    const loads: Load[] = [];
    for (let visit = 0; visit < visits; visit++)
      loads.push(await withBrowser((browser) => coldLoad(browser, site.address)));
    const tasks = await withBrowser((browser) => longestTasks(browser, site.address));
    return [firstPicture(loads), await firstScript(loads), tasks];
  } finally {
    await site.close();
  }
}

async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

interface Load {
  readonly picture: number;
  readonly paint: number;
  /** Addresses of the scripts that were there by then. */
  readonly scripts: readonly string[];
}

/** One visit with an empty cache, in a browser that was just started. Times count from the navigation, in ms. */
async function coldLoad(browser: Browser, address: string): Promise<Load> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark("picture")));
    }).observe(document, { childList: true, subtree: true });
  }, pictures);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("picture").length > 0, null, {
    timeout: 60_000,
  });
  // No function in here may have a name: tsx would wrap it in a helper that the page lacks.
  return page.evaluate(() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
    const picture = performance.getEntriesByName("picture")[0]?.startTime ?? Number.NaN;
    const scripts = performance
      .getEntriesByType("resource")
      .filter(
        (entry) => /\.m?js$/.test(entry.name) && (entry as PerformanceResourceTiming).responseEnd <= paint,
      )
      .map(({ name }) => name);
    return { picture, paint, scripts };
  });
}

function firstPicture(loads: readonly Load[]): Figure {
  const seconds = (values: readonly number[]) => rounded(median(values) / 1000);
  return {
    id: "d",
    what: "page load to first picture, cold, wasm; from a local server, so without a download",
    reached: seconds(loads.map(({ picture }) => picture)),
    aim: 1.5,
    unit: "s",
    detail: {
      firstPaintS: seconds(loads.map(({ paint }) => paint)),
      allS: loads.map(({ picture }) => rounded(picture / 1000)),
    },
  };
}

async function firstScript([load]: readonly Load[]): Promise<Figure> {
  const site = await serveSite(editorSite);
  const files = await Promise.all(
    (load?.scripts ?? []).map(async (address) => {
      const answer = await fetch(new URL(new URL(address).pathname, site.address));
      return Buffer.from(await answer.arrayBuffer());
    }),
  );
  await site.close();
  const sum = (sizes: readonly number[]) => rounded(sizes.reduce((a, b) => a + b, 0) / 1000);
  return {
    id: "e",
    what: `script before the first paint, in ${files.length} files, uncompressed; wasm apart`,
    reached: sum(files.map((file) => file.length)),
    aim: null,
    unit: "kB",
    detail: {
      gzippedKB: sum(files.map((file) => gzipSync(file).length)),
      files: (load?.scripts ?? []).map((address) => new URL(address).pathname.replace(/^.*\//, "")).join(" "),
    },
  };
}

/** The main thread while the style-mixing graph runs again and again after another seed. */
async function longestTasks(browser: Browser, address: string): Promise<Figure> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await settled(page);
  const tasks = await mainThreadTasks(browser, page, async () => {
    for (let round = 0; round < 8; round++) {
      await page.locator('[data-node="zSource"]').getByRole("button", { name: "Another seed" }).click();
      await settled(page);
    }
  });
  const longest = tasks.reduce((a, b) => ((b.dur ?? 0) > (a.dur ?? 0) ? b : a));
  const over = tasks.filter(({ dur = 0 }) => dur > 50_000).length;
  return {
    id: "f",
    what: "longest task of the main thread while graph 02 runs eight times",
    reached: rounded((longest.dur ?? 0) / 1000),
    aim: 50,
    unit: "ms",
    detail: {
      mostComputingMs: rounded(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000),
      tasks: tasks.length,
      over50ms: over,
    },
  };
}

/** Waits until a run has begun and every node has a result again. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(250);
  await page.waitForFunction(
    () => {
      const nodes = [...document.querySelectorAll<HTMLElement>("[data-node]")];
      const quiet = document.querySelector('[data-testid="job"]')?.textContent?.startsWith("Up to date");
      return (
        quiet && nodes.length > 0 && nodes.every(({ dataset }) => /^(done|cached)$/.test(dataset.state ?? ""))
      );
    },
    null,
    { timeout: 60_000 },
  );
}
