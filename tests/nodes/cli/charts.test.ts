import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { directory, graph, graphFile } from "./commandLine.ts";

vi.setConfig({ testTimeout: 120_000 });

const csv = "concept,before,after,effect,error\ntree,0.073,0.021,-0.052,0.004\nsky,0.417,0.489,0.072,0.01\n";
const nodes = [
  { id: "effects", type: "csvTable", params: { csv } },
  { id: "shown", type: "viewTable", params: { sort: "effect", rows: 1 } },
  { id: "drawn", type: "viewChart" },
];
const wires = ["shown.table", "drawn.data"].map((to) => ({ from: ["effects", "table"], to: to.split(".") }));

async function run(...options: string[]) {
  const folder = await directory();
  const out = join(folder, "out");
  const file = await graphFile(folder, nodes, wires);
  const result = await graph("run", file, "--backend", "wasm", "--out", out, "--json", ...options);
  return { ...result, out, read: (name: string) => readFile(join(out, name), "utf8") };
}

test("writes tables as CSV, charts as SVG with their numbers as CSV", async () => {
  const { status, complained, out, read } = await run();
  expect({ status, complained }).toEqual({ status: 0, complained: "" });
  expect((await readdir(out)).sort()).toEqual(["drawn.csv", "drawn.svg", "run.json", "shown.csv"]);
  expect(await read("shown.csv")).toBe("concept,before,after,effect,error\nsky,0.417,0.489,0.072,0.01\n");
  expect(await read("drawn.csv")).toBe("concept,effect,error\ntree,-0.052,0.004\nsky,0.072,0.01\n");
  expect(await read("drawn.svg")).toMatch(
    /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*−0\.0520 ± 0\.0040/,
  );
});

test("gives the same files on every run", async () => {
  const [a, b] = [await run(), await run()];
  expect(JSON.parse(a.said).files).toEqual(JSON.parse(b.said).files);
});

test("says which column is not there, and what the columns are", async () => {
  const { status, complained } = await run("--set", "drawn.value=effekt");
  expect(status).toBe(1);
  expect(complained).toContain(
    "drawn (viewChart, value): the table has no column effekt. Its columns are concept, before, after, effect, error.",
  );
});
