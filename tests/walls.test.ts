import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = ["engine", "nodes", "editor", "tests"];
const topLevel = [
  "package.json",
  "package-lock.json",
  "editor",
  "nodes",
  "engine",
  "samples",
  "tests",
  "README.md",
  "LICENSE",
];

/** Source files of a folder, relative to the root. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** What a source file imports: static, dynamic, re-exported, types included. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bimport\.meta\.glob\(\s*)"([^"\n]+)"/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

describe("the compiler", () => {
  // A project in small, held together by the real configuration: whatever fails to compile here fails there.
  const project = mkdtempSync(join(tmpdir(), "ganglion-walls-"));

  beforeAll(() => {
    for (const file of [
      ".tsconfig.base.json",
      "engine/tsconfig.json",
      "nodes/tsconfig.json",
      "editor/tsconfig.json",
    ]) {
      mkdirSync(dirname(join(project, file)), { recursive: true });
      cpSync(join(root, file), join(project, file));
    }
    symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
    write("engine/below.ts", "export const below = 1;\n");
    write(
      "nodes/between.ts",
      'import { below } from "../engine/below.ts";\nexport const between = below + 1;\n',
    );
    write(
      "editor/above.ts",
      'import { below } from "../engine/below.ts";\nimport { between } from "../nodes/between.ts";\n' +
        "export const above = document.title + below + between;\n",
    );
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    writeFileSync(join(project, file), text);
  }

  function compile(): { status: number | null; output: string } {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const run = spawnSync(process.execPath, [tsc, "-b", "engine", "nodes", "editor"], {
      cwd: project,
      encoding: "utf8",
    });
    return { status: run.status, output: run.stdout + run.stderr };
  }

  function compileWith(file: string, text: string): { status: number | null; output: string } {
    write(file, text);
    try {
      return compile();
    } finally {
      rmSync(join(project, file));
    }
  }

  it("accepts imports downwards", () => {
    expect(compile()).toEqual({ status: 0, output: "" });
  });

  it.each([
    ["engine", "nodes", "between"],
    ["engine", "editor", "above"],
    ["nodes", "editor", "above"],
  ])("refuses an import from %s up into %s", (from, into, name) => {
    for (const form of [`import { ${name} }`, `import type { ${name} }`]) {
      const text = `${form} from "../${into}/${name}.ts";\nexport type Probe = typeof ${name};\n`;
      const { status, output } = compileWith(`${from}/probe.ts`, text);
      expect(status).not.toBe(0);
      expect(output).toMatch(new RegExp(`${from}/(probe\\.ts|tsconfig\\.json).*TS6307|TS6307.*${into}/`));
    }
  });

  it.each(["engine", "nodes"])("shows %s no DOM", (folder) => {
    const { status, output } = compileWith(
      `${folder}/probe.ts`,
      "export const title: string = document.title;\n",
    );
    expect(status).not.toBe(0);
    expect(output).toContain("Cannot find name 'document'");
  });
});

describe("the project", () => {
  it("has nothing else at its top level", () => {
    const listed = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
    const files = listed.status === 0 ? listed.stdout.split("\n") : readdirSync(root);
    const names = new Set(files.map((file) => file.split("/")[0] ?? "").filter((name) => name !== ""));
    const extra = [...names].filter((name) => !name.startsWith(".") && !topLevel.includes(name));
    expect(extra.filter((name) => name !== "node_modules")).toEqual([]);
  });

  it("imports no sample", () => {
    const offenders = folders
      .flatMap(sources)
      .filter((file) => imports(file).some((name) => /(^|\/)samples\//.test(name)));
    expect(offenders).toEqual([]);
  });

  it("imports the chart library where charts are drawn alone", () => {
    const known = folders
      .slice(0, 3)
      .flatMap(sources)
      .filter((file) => imports(file).some((name) => name.startsWith("echarts")));
    for (const file of known) expect(file).toMatch(/^nodes\/chart\//);
    expect(known).toContain("nodes/chart/renderChart.ts");
  });

  it("imports Rete on the canvas alone", () => {
    const offenders = folders
      .flatMap(sources)
      .filter((file) => imports(file).some((name) => /^rete($|[-/])/.test(name)))
      .filter((file) => !/^(editor|tests\/editor)\/canvas\//.test(file));
    expect(offenders).toEqual([]);
  });

  it("knows the operating system and the browser in engine/platform and in entry points alone", () => {
    const offenders = [...sources("engine"), ...sources("nodes")]
      .filter((file) => imports(file).some((name) => /^(node:|onnxruntime-(web|node))/.test(name)))
      .filter((file) => !/^(engine\/platform\/|nodes\/(cli|worker)\b|nodes\/cli\/)/.test(file));
    expect(offenders).toEqual([]);
  });

  it("names the file that a relative import means, ending included", () => {
    const offenders = folders.flatMap(sources).flatMap((file) =>
      imports(file)
        .filter((name) => name.startsWith(".") && !/\.(ts|tsx|mjs|json|css|svg)(\?\w+)?$/.test(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(offenders).toEqual([]);
  });
});
