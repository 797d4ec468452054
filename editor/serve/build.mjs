import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { install, root } from "./install.mjs";

/** Everything that the built site depends on. */
const sources = [
  "editor",
  "engine",
  "nodes",
  "samples/graphs",
  "samples/covers",
  "samples/models",
  "package.json",
  "package-lock.json",
];
const stamp = join(root, ".cache/site/sources.sha256");

/**
 * Builds the editor into .cache/site unless what lies there was built from these very sources.
 * @returns {Promise<boolean>} whether it had to build
 */
export async function build() {
  const hash = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  const vite = await import("vite");
  const { NODE_ENV } = process.env;
  // Under a test runner Vite would take this for a build in test mode, with React's slow half inside.
  process.env.NODE_ENV = "production";
  try {
    await vite.build({ configFile: join(root, "editor/vite.config.ts"), logLevel: "error" });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  writeFileSync(stamp, hash);
  return true;
}

/** @param {string[]} paths */
function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (path.includes(".")) return [path];
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  console.log((await build()) ? "Built .cache/site." : ".cache/site is up to date.");
}
