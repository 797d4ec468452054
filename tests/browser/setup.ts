import type { TestProject } from "vitest/node";
import { build } from "../../editor/serve/build.mjs";
import { compiledOnce, serveBrowser } from "./openBrowser.ts";
import { buildEnginePage, editorSite, serveSite } from "./servedSite.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built editor is served, and where a Chromium takes connections. */
    editorAddress: string;
    browserAddress: string;
  }
}

/** Builds what the browser tests open, and starts what most of them share: starting a browser for each file took a minute. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build();
  await buildEnginePage();
  const [site, browser] = [await serveSite(editorSite), await serveBrowser(compiledOnce)];
  project.provide("editorAddress", site.address);
  project.provide("browserAddress", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
