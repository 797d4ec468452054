import { type Browser, type BrowserServer, chromium, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "./chromium.mjs";

/** For tests: compiling what is hot a second time takes longer than what a test then saves. */
export const compiledOnce = "--js-flags=--liftoff-only";

/** Starts a Chromium without a screen, with a software WebGPU adapter. */
export const openBrowser = async (...more: readonly string[]): Promise<Browser> =>
  chromium.launch(await optionsWith(more));

/** Starts one that several may share, each with `chromium.connect` and what it opens for itself. */
export const serveBrowser = async (...more: readonly string[]): Promise<BrowserServer> =>
  chromium.launchServer(await optionsWith(more));

async function optionsWith(more: readonly string[]) {
  const executablePath = await findChromium();
  if (executablePath === null)
    throw new Error("There is no Chromium here: set CHROME_PATH, or run npm test.");
  return { executablePath, args: [...chromiumArguments, ...more] };
}

/** Everything that a page complains about while it is open. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("crash", () => complaints.push("the page crashed"));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  return complaints;
}
