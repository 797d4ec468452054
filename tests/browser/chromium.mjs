import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";

/** Each context would start pages for the suggestions of an address bar that nobody sees: 1.5 s of a core. */
const addressBar = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];
/** What Playwright disables. Of several lists only the last counts, and that is ours. */
const byPlaywright = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/**
 * A software WebGPU adapter stands in for a GPU; background traffic and first-run pages stay away.
 * @type {readonly string[]}
 */
export const chromiumArguments = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--disable-background-networking",
  "--disable-quic",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  `--disable-features=${[...addressBar, ...byPlaywright].join()}`,
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macs = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/**
 * The path of a Chromium that starts: CHROME_PATH, a system one, or one that Playwright brought. Null where there is none.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const { chromium } = await import("playwright-core");
  const candidates = [process.env.CHROME_PATH, ...names.map(inPath), ...macs, chromium.executablePath()];
  for (const path of candidates) {
    if (path && existsSync(path) && starts(path)) return path;
  }
  return null;
}

/**
 * The same, after an attempt to install one: Debian's package where that is allowed, else Playwright's own.
 * @returns {Promise<string | null>}
 */
export async function provideChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  for (const install of [installFromDebian, installFromPlaywright]) {
    install();
    const path = await findChromium();
    if (path !== null) return path;
  }
  return null;
}

function installFromDebian() {
  if (process.platform !== "linux" || inPath("apt-get") === null) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds("sudo", ["-n", "true"])) return;
  const [command, ...prefix] = isRoot ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  console.log("Installing Debian's Chromium.");
  show(command, [...prefix, "update", "-qq"]);
  show(command, [...prefix, "install", "-y", "-qq", "--no-install-recommends", "chromium"]);
}

function installFromPlaywright() {
  console.log("Installing Playwright's Chromium.");
  const cli = createRequire(import.meta.url).resolve("playwright-core/cli.js");
  show(process.execPath, [cli, "install", "chromium"]);
}

/** @param {string} name */
function inPath(name) {
  const found = spawnSync(process.platform === "win32" ? "where" : "which", [name], { encoding: "utf8" });
  return found.status === 0 ? (found.stdout.split("\n")[0]?.trim() ?? null) : null;
}

/** Ubuntu's chromium-browser is a script that only names a snap: whether a browser starts shows by asking it. @param {string} path */
function starts(path) {
  return process.platform === "win32" || succeeds(path, ["--version", "--no-sandbox"]);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function show(command, args) {
  spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
