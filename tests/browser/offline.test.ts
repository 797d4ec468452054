import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import type { Plugin } from "vite";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { compiledOnce, openBrowser } from "./openBrowser.ts";
import { Editor } from "./openEditor.ts";
import { editorSite, serveSite } from "./servedSite.ts";

const built = new URL("../../.cache/site/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, built), "utf8");

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  browser = await openBrowser(compiledOnce);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await site.close().catch(() => null);
});
afterAll(() => browser.close());

async function firstVisit(): Promise<Editor> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const editor = new Editor(await context.newPage());
  await editor.page.goto(site.address);
  await editor.settled();
  return editor;
}

/** Whether some build's cache holds a file, and what is in it. */
const kept = (page: Page, file: string, text = "") =>
  page.evaluate(
    async ([file, text]) => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          if (request.url.endsWith(file))
            return text === "" || ((await (await cache.match(request))?.text()) ?? "").includes(text);
      }
      return false;
    },
    [file, text] as const,
  );

it("works after the first visit where nothing is served, on threads", async () => {
  site = await serveSite(editorSite);
  const first = await firstVisit();
  const { page } = first;
  await expect.poll(() => kept(page, "scenes-stylegan.onnx")).toBe(true);
  expect(first.complaints).toEqual([]);
  await site.close();

  await page.reload();
  const editor = new Editor(page);
  await editor.settled();
  const before = await editor.shown("mixed");
  expect(before.colours).toBeGreaterThan(500);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await page.locator(".status-bar").getByText("Offline. Everything here still works.").waitFor();
  await page.locator('[data-node="zSource"]').getByRole("button", { name: "Another seed" }).click();
  await editor.changed("mixed", before);
});

/** Serves the site as if it were built again, once `again` is set. */
function rebuilt(state: { again: boolean }): Plugin {
  const page = read("index.html").replace("<head>", '<head><meta name="build" content="second" />');
  const integrity = `sha256-${createHash("sha256").update(page).digest("base64")}`;
  const worker = read("sw.js")
    .replace(/"build":"\w+"/, '"build":"second"')
    .replace(/"index.html":"[^"]+"/, `"index.html":"${integrity}"`);
  return {
    name: "rebuilt",
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const [type, text] = request.url === "/" ? ["text/html", page] : ["text/javascript", worker];
        if (!state.again || !/^\/(sw\.js)?$/.test(request.url ?? "")) return next();
        response
          .setHeader("Content-Type", type ?? "")
          .setHeader("Cache-Control", "no-cache")
          .end(text);
      });
    },
  };
}

it("shows another build at once, and keeps that one from then on", async () => {
  const state = { again: false };
  site = await serveSite({ ...editorSite, plugins: [rebuilt(state)] });
  const { page } = await firstVisit();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 45_000 });
  state.again = true;

  const build = () => page.locator('meta[name="build"]').getAttribute("content");
  await page.reload();
  expect(await build()).toBe("second");
  await expect.poll(() => kept(page, "/", 'content="second"')).toBe(true);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).at(-1))).toBe("ganglion-second");
  await site.close();
  await page.reload();
  expect(await build()).toBe("second");
});
