/** `npm run bench`: what is reached beside what was aimed at, as a table or as JSON; the JSON also lies in .cache/bench.json. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { benchCanvas } from "./benchCanvas.ts";
import { benchDissection } from "./benchDissection.ts";
import { benchEditing } from "./benchEditing.ts";
import { benchEngine } from "./benchEngine.ts";
import { benchEvolution } from "./benchEvolution.ts";
import { benchEvolutionPage } from "./benchEvolutionPage.ts";
import { benchMemory } from "./benchMemory.ts";
import { benchPage } from "./benchPage.ts";
import { benchPainting } from "./benchPainting.ts";
import type { Figure } from "./figure.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    model: { type: "string" },
    only: { type: "string" },
  },
});
const sample = fileURLToPath(new URL("../../samples/models/scenes-stylegan.json", import.meta.url));
const { id } = JSON.parse(readFileSync(values.model ?? sample, "utf8")) as { id: string };

const cards = values.model === undefined ? [] : [values.model];
const benches: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  engine: () => benchEngine(cards, id),
  dissection: () => benchDissection(cards, id),
  memory: () => benchMemory(values.long),
  page: benchPage,
  painting: benchPainting,
  evolution: benchEvolution,
  evolutionPage: benchEvolutionPage,
  canvas: benchCanvas,
  editing: () => benchEditing(values.long),
};
const names = values.only?.split(",") ?? Object.keys(benches);
const figures: Figure[] = [];
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no bench ${name}: choose among ${Object.keys(benches).join(", ")}.`);
  figures.push(...(await bench()));
}
const machine = { node: process.version, cpu: cpus()[0]?.model ?? "", cores: cpus().length };
const json = JSON.stringify({ at: new Date().toISOString(), machine, model: id, figures }, null, 2);
const folder = fileURLToPath(new URL("../../.cache/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}bench.json`, `${json}\n`);
console.log(values.json ? json : table(figures));

function table(rows: readonly Figure[]): string {
  const lines = rows.map(({ id, what, reached, aim, unit }) => [
    `${id})`,
    `${reached} ${unit}`,
    aim === null ? "" : `${aim} ${unit}`,
    aim === null ? "" : reached <= aim ? "yes" : "no",
    what,
  ]);
  const all = [["", "reached", "aim", "met", "what"], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const text = all.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${id} on wasm; medians of one run\n\n${text.join("\n")}`;
}
