/** What a page says of its own speed. None of these functions may have a name inside: tsx would wrap it in a helper that the page lacks. */
import type { Page } from "playwright-core";

/** Milliseconds from a call in the page until so many elements are there and two frames in a row come within 50 ms. */
export function msUntilThere(
  page: Page,
  begin: { readonly text: string; readonly how: "show" | "paste" },
  there: readonly (readonly [selector: string, count: number])[],
): Promise<number> {
  return page.evaluate(
    async ({ text, how, wanted }) => {
      const began = performance.now();
      if (how === "show") window.show(JSON.parse(text));
      else {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        const paste = { clipboardData, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new ClipboardEvent("paste", paste));
      }
      let [before, calm, since] = [began, 0, began];
      while (calm < 2) {
        const now = await new Promise<number>((resolve) =>
          requestAnimationFrame(() => resolve(performance.now())),
        );
        const all = wanted.every(([selector, count]) => document.querySelectorAll(selector).length === count);
        if (!all || now - before > 50) [calm, since] = [0, now];
        else calm += 1;
        before = now;
      }
      return since - began;
    },
    { ...begin, wanted: there },
  );
}

/** Milliseconds between the frames while something happens. */
export async function framesWhile(page: Page, happen: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    window.frames_ = seen;
    void (async () => {
      while (window.frames_ === seen) seen.push(await new Promise<number>(requestAnimationFrame));
    })();
  });
  await happen();
  const at = await page.evaluate(() => {
    const all = window.frames_ ?? [];
    window.frames_ = null;
    return all;
  });
  return at.slice(1).map((now, index) => now - (at[index] ?? now));
}

/** Milliseconds from each key to the picture that shows it, as the browser counts them: in steps of eight. */
export async function keysWhile(page: Page, happen: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    window.keys_ = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown") seen.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await happen();
  await page.waitForTimeout(500);
  return page.evaluate(() => window.keys_ ?? []);
}

declare global {
  interface Window {
    frames_: number[] | null;
    keys_: number[] | null;
  }
}
