import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Makes sure that this Node and the packages of the lockfile are there, and installs them where not. Needs no package
 * itself, and no network where nothing is missing. Ends the process with a reason where it cannot.
 */
export function install() {
  const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node;
  const reason = nodeProblem(process.versions.node, wanted);
  if (reason !== null) stop(reason);
  const missing = missingPackages(root);
  if (missing.length === 0) return;
  console.error(`Installing packages: ${summary(missing)}.`);
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    // Not on stdout: that belongs to the command which is about to run.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.error !== undefined) stop(`npm could not be started: ${npm.error.message}.`);
  if (npm.status !== 0) stop("npm ci failed; its reason stands above. Without packages nothing can run.");
  const left = missingPackages(root);
  if (left.length > 0) stop(`npm ci left packages out: ${summary(left)}.`);
}

/**
 * Why this version of Node does not do, or null.
 * @param {string} version such as 20.20.2
 * @param {string} wanted such as >=20.19
 */
export function nodeProblem(version, wanted) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [least = 0, leastMinor = 0] = wanted.replace(/^>=/, "").split(".").map(Number);
  if (major > least || (major === least && minor >= leastMinor)) return null;
  return `Ganglion needs Node ${least}.${leastMinor} or newer; this is ${version}. See https://nodejs.org/en/download.`;
}

/**
 * Packages of the lockfile that node_modules lacks or holds in another version. npm writes down what it installed in
 * node_modules/.package-lock.json.
 * @param {string} folder
 * @returns {string[]}
 */
export function missingPackages(folder) {
  const wanted = packagesIn(join(folder, "package-lock.json"));
  const present = packagesIn(join(folder, "node_modules", ".package-lock.json"));
  return Object.keys(wanted).filter((path) => {
    if (path === "" || !isForHere(wanted[path])) return false;
    const same = present[path]?.version === wanted[path].version;
    return !same || !existsSync(join(folder, path, "package.json"));
  });
}

/**
 * Optional packages that name no platform are helpers of other platforms' packages: npm leaves them out.
 * @param {{ optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} entry
 */
function isForHere(entry) {
  if (entry.optional !== true) return true;
  if (entry.os === undefined || entry.cpu === undefined) return false;
  const libc = process.platform === "linux" ? entry.libc : undefined;
  return (
    entry.os.includes(process.platform) &&
    entry.cpu.includes(process.arch) &&
    (libc === undefined || libc.includes(isGlibc() ? "glibc" : "musl"))
  );
}

function isGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime !== undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, any>}
 */
function packagesIn(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** @param {string[]} paths */
function summary(paths) {
  const names = paths.slice(0, 3).map((path) => path.replace(/^.*node_modules\//, ""));
  return names.join(", ") + (paths.length > names.length ? ` and ${paths.length - names.length} more` : "");
}

/**
 * @param {string} reason
 * @returns {never}
 */
function stop(reason) {
  console.error(reason);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
