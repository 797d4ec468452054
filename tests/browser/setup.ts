import { build } from "../../editor/serve/build.mjs";
import { buildEnginePage } from "./servedSite.ts";

/** Builds what the browser tests open, once for all of them. */
export default async function setup(): Promise<void> {
  await build();
  await buildEnginePage();
}
