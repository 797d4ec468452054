/**
 * `npm test`: installs what is missing, then lint, types, unit tests, build and journeys in a real Chromium. Every part
 * runs even where one before it failed. The last line counts the tests; a part that is no test counts only when it fails.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { install, root } from "../editor/serve/install.mjs";
import { provideChromium } from "./browser/chromium.mjs";

const reports = join(root, ".cache/tests");
const require = createRequire(import.meta.url);
const total = { passed: 0, failed: 0, skipped: 0 };

install();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

await part("Lint", binary("@biomejs/biome", "bin/biome"), ["check", ".", "--diagnostic-level=error"]);
await part("Types", binary("typescript", "bin/tsc"), ["-b", "engine", "nodes", "editor", "tests"]);
await tests("Unit tests", "unit");
await part("Build", join(root, "editor/serve/build.mjs"), []);
const chromium = await provideChromium();
if (chromium === null) fail("No Chromium could be found or installed. Set CHROME_PATH to one.");
else await tests("Browser tests", "browser", { CHROME_PATH: chromium });

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

/**
 * Runs one part that is no test.
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 */
async function part(title, script, args) {
  const status = await run(title, script, args, {});
  if (status !== 0) fail(`${title} failed.`);
}

/**
 * Runs one project of the Vitest configuration and adds its report.
 * @param {string} title
 * @param {string} project
 * @param {Record<string, string>} [env]
 */
async function tests(title, project, env = {}) {
  const report = join(reports, `${project}.json`);
  const args = ["run", "--config", "tests/vitest.config.ts", "--project", project, "--passWithNoTests"];
  args.push("--reporter", "default", "--reporter", "json", `--outputFile.json=${report}`);
  const status = await run(title, binary("vitest", "vitest.mjs"), args, env);
  const failedBefore = total.failed;
  try {
    count(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    fail(`${title} left no report.`);
  }
  if (status !== 0 && total.failed === failedBefore) fail(`${title} failed outside any test.`);
}

/**
 * A file that could not even be read has no tests in its report, but has failed.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 */
function count(report) {
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === "failed").length;
    const passed = file.assertionResults.filter((test) => test.status === "passed").length;
    total.passed += passed;
    total.failed += failed === 0 && file.status === "failed" ? 1 : failed;
    total.skipped += file.assertionResults.length - passed - failed;
  }
}

/** @param {string} reason */
function fail(reason) {
  total.failed += 1;
  console.error(reason);
}

/**
 * Runs a Node script to its end and says how long it took. One that hangs is ended after ten minutes.
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>} exit status
 */
function run(title, script, args, env) {
  console.log(`\n== ${title}`);
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: "inherit",
      timeout: 600_000,
      env: { ...process.env, ...env },
    });
    child.on("close", (status) => {
      console.log(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
      resolve(status ?? 1);
    });
  });
}

/**
 * @param {string} name
 * @param {string} file
 */
function binary(name, file) {
  return join(require.resolve(`${name}/package.json`), "..", file);
}
