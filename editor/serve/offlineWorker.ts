import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, transformWithOxc } from "vite";

const source = fileURLToPath(new URL("../offline/worker.ts", import.meta.url));

/** Lays the service worker beside a build, with the integrity of every file that the build has by then. */
export function offlineWorker(): Plugin {
  return {
    name: "ganglion:offline-worker",
    apply: "build",
    async writeBundle({ dir = "." }) {
      const files = await integrities(dir);
      const build = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
      const { code } = await transformWithOxc(await readFile(source, "utf8"), source);
      await writeFile(join(dir, "sw.js"), `const site = ${JSON.stringify({ build, files })};\n${code}`);
    },
  };
}

async function integrities(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found: [string, string][] = [];
  for (const entry of entries) {
    if (!entry.isFile() || entry.name === "sw.js") continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const hash = createHash("sha256").update(await readFile(file));
    found.push([relative(folder, file).split(sep).join("/"), `sha256-${hash.digest("base64")}`]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
