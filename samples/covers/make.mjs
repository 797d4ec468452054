/**
 * Draws the covers of the course: opens each graph in the built editor, runs it, saves it, and takes the picture that the
 * editor itself keeps of it.
 *
 *     node samples/covers/make.mjs [NUMBER...]     # 01 13: these alone; seconds to wait for the longest in COVER_SECONDS
 */
import { readdirSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { build } from "../../editor/serve/build.mjs";
import { chromiumArguments, findChromium } from "../../tests/browser/chromium.mjs";

const path = (/** @type {string} */ relative) => fileURLToPath(new URL(relative, import.meta.url));
const patience = 1000 * Number(process.env.COVER_SECONDS ?? 240);
const wanted = process.argv.slice(2);

await build();
const configFile = path("../../editor/vite.config.ts");
const server = await preview({ configFile, logLevel: "warn", preview: { host: "127.0.0.1", port: 0 } });
const browser = await chromium.launch({
  executablePath: (await findChromium()) ?? undefined,
  args: [...chromiumArguments],
});
for (const file of readdirSync(path("../graphs")).sort()) {
  if (wanted.length > 0 && !wanted.some((number) => file.startsWith(number))) continue;
  const bytes = await coverOf(file);
  if (bytes === null) console.log(`${file}: shows no pictures`);
  else writeFileSync(path(file.replace(/\.json$/, ".webp")), bytes);
  if (bytes !== null) console.log(`${file}: ${bytes.length} bytes`);
}
await browser.close();
await server.close();

/**
 * @param {string} file
 * @returns {Promise<Uint8Array | null>}
 */
async function coverOf(file) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${server.resolvedUrls?.local[0]}#sample=${file}`);
  await page.locator("[data-node]").first().waitFor();
  await page.getByRole("button", { name: "Run", exact: false }).first().click();
  const ended = () =>
    [...document.querySelectorAll("[data-node]")].every((node) =>
      /^(done|cached|failed)$/.test(node.getAttribute("data-state") ?? ""),
    );
  await page.waitForFunction(ended, null, { timeout: patience, polling: 500 }).catch(() => {});
  await page.waitForTimeout(500);
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: "Graphs" }).first().click();
  await page.locator(".own").first().waitFor();
  const bytes = await page.evaluate(firstPicture);
  await context.close();
  return bytes && Uint8Array.from(bytes);
}

/** The picture that the editor keeps of the one graph it keeps. */
async function firstPicture() {
  const opened = indexedDB.open("ganglion");
  await new Promise((done) => {
    opened.onsuccess = done;
  });
  const asked = opened.result.transaction("pictures").objectStore("pictures").getAll();
  await new Promise((done) => {
    asked.onsuccess = done;
  });
  const [picture] = asked.result;
  return picture ? [...new Uint8Array(await picture.arrayBuffer())] : null;
}
