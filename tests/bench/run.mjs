/** `npm run bench [-- --json] [--long] [--model CARD.json] [--only NAME,NAME]`: installs and builds what is missing, then measures. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { build } from "../../editor/serve/build.mjs";
import { install, root } from "../../editor/serve/install.mjs";
import { provideChromium } from "../browser/chromium.mjs";

install();
await build();
const chromium = await provideChromium();
const script = join(root, "tests/bench/bench.ts");
const run = spawnSync(process.execPath, ["--import", "tsx", script, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ...(chromium === null ? {} : { CHROME_PATH: chromium }) },
});
process.exit(run.status ?? 1);
