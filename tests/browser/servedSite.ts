import { fileURLToPath } from "node:url";
import { build, type InlineConfig, preview } from "vite";
import editor from "../../editor/vite.config.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The editor as `npm start` serves it. */
export const editorSite: InlineConfig = { configFile: path("../../editor/vite.config.ts"), logLevel: "warn" };

/** A page of this folder that drives the engine without the editor, built with the editor's own configuration. */
export const enginePage: InlineConfig = {
  ...editor,
  configFile: false,
  logLevel: "warn",
  root: path("page"),
  build: { ...editor.build, outDir: path("../../.cache/tests/page"), emptyOutDir: true },
};

export async function buildEnginePage(): Promise<void> {
  await build(enginePage);
}

/** Serves a built site at a free port. */
export async function serveSite(site: InlineConfig): Promise<{ address: string; close(): Promise<void> }> {
  const server = await preview({ ...site, preview: { ...site.preview, host: "127.0.0.1", port: 0 } });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("The server has no address.");
  return { address, close: () => server.close() };
}
