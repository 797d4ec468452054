/** Real generators to test with, where they are there: the samples, and the trial generator in ../shared. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GeneratorCard, parseCard } from "../../../engine/card.ts";
import { createLibrary } from "../../../engine/library.ts";
import type { Model } from "../../../engine/models.ts";

const folders = ["../../../samples/models/", "../../../../shared/data/scenes-trial/"].map(
  (path) => new URL(path, import.meta.url).pathname,
);

/** The card files that are there. */
export const generatorCards: readonly string[] = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".json"))
  .filter((path) => JSON.parse(readFileSync(path, "utf8")).kind === "generator");

export async function loadGenerator(path: string): Promise<Model & { card: GeneratorCard }> {
  const card = parseCard(JSON.parse(readFileSync(path, "utf8")));
  const library = createLibrary();
  library.add(card, async () => readFileSync(join(path, "..", card.onnx)));
  return (await library.get(card.id)) as Model & { card: GeneratorCard };
}
