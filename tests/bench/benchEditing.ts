/** Figure s: what the page holds after minutes of editing, once all is deleted, against what it held before. */
import type { CDPSession, Page } from "playwright-core";
import { openBrowser } from "../browser/openBrowser.ts";
import { editorSite, serveSite } from "../browser/servedSite.ts";
import { type Figure, rounded } from "./figure.ts";

/**
 * Rounds before anything is counted: what is loaded once is loaded in a few, and in all of them the history grows as long as it may
 * (13 steps each) and the browser compiles most of what it will.
 */
const [loading, filling] = [4, 40];

/** Minutes of editing: as many as the figure asks for only where a `long` bench is. */
export async function benchEditing(long: boolean): Promise<Figure[]> {
  const minutes = long ? 10 : 1;
  const site = await serveSite(editorSite);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
    await page.addInitScript(() => localStorage.setItem("ganglion.hints", "seen"));
    await page.goto(site.address);
    await page.locator('[data-state="done"]').nth(8).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Graphs" }).first().click();
    await page.getByRole("dialog", { name: "Graphs" }).getByRole("button", { name: "New graph" }).click();
    const session = await page.context().newCDPSession(page);
    for (let round = 0; round < loading; round++) await editARound(page);
    const loaded = await held(session);
    for (let round = loading; round < filling; round++) await editARound(page);
    const before = await held(session);
    const end = Date.now() + minutes * 60_000;
    let rounds = 0;
    for (; Date.now() < end; rounds++) await editARound(page);
    const after = await held(session);
    return [figure(minutes, rounds, loaded, before, after)];
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Held {
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function held(session: CDPSession): Promise<Held> {
  for (let time = 0; time < 3; time++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { megabytes: rounded(usedSize / 2 ** 20), nodes, listeners: jsEventListeners };
}

/** Adds three nodes, wires them, has them drawn, duplicates, draws lots, moves, undoes and redoes, and deletes everything. */
async function editARound(page: Page): Promise<void> {
  const last = (type: string) => page.locator(`[data-type="${type}"]`).last();
  await add(page, "Sample latent", [320, 200]);
  await add(page, "Mapping", [620, 200]);
  await add(page, "Synthesis", [860, 200]);
  await wire(
    page,
    '[data-type="sampleLatent"] [data-port="out:z"]',
    '[data-type="mapping"] [data-port="in:z"]',
  );
  await wire(
    page,
    '[data-type="mapping"] [data-port="out:w"]',
    '[data-type="synthesis"] [data-port="in:coarse"]',
  );
  await drawn(page, 1);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+d");
  await drawn(page, 2);
  await last("sampleLatent").getByRole("button", { name: "Another seed" }).click();
  await last("sampleLatent").locator("header").click();
  await page.keyboard.press("ArrowDown");
  for (const key of ["z", "z", "z", "Shift+z", "Shift+z", "Shift+z"])
    await page.keyboard.press(`Control+${key}`);
  await drawn(page, 2);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => document.querySelector("[data-node]") === null);
}

async function add(page: Page, title: string, [x, y]: readonly [number, number]): Promise<void> {
  await page.mouse.dblclick(x, y);
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.locator('[role="dialog"]').waitFor({ state: "hidden" });
}

async function wire(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = await Promise.all([from, to].map((each) => page.locator(each).first().boundingBox()));
  if (!start || !end) throw new Error("a socket is not there");
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Waits until so many pictures of a synthesis are there. */
async function drawn(page: Page, count: number): Promise<void> {
  const done = '[data-type="synthesis"]:is([data-state="done"], [data-state="cached"])';
  await page.waitForFunction(
    ([selector, wanted]) => document.querySelectorAll(selector).length === wanted,
    [done, count] as const,
    { timeout: 60_000 },
  );
}

function figure(minutes: number, rounds: number, loaded: Held, before: Held, after: Held): Figure {
  return {
    id: "s",
    what: `script heap after ${minutes} min of editing, all deleted / before`,
    reached: rounded(after.megabytes / before.megabytes),
    aim: 1.1,
    unit: "x",
    detail: {
      rounds,
      loaded: loaded.megabytes,
      megabytes: [before.megabytes, after.megabytes],
      elements: [before.nodes, after.nodes],
      listeners: [before.listeners, after.listeners],
    },
  };
}
