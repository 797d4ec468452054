import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCard } from "../../engine/card.ts";
import { createLibrary } from "../../engine/library.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import { reasonOf, UsageError } from "./usage.ts";

const samples = fileURLToPath(new URL("../../samples/models/", import.meta.url));

/** A library of the sample models and the given cards; files are read when they are first needed. Throws UsageError. */
export async function loadModels(cards: readonly string[]): Promise<ModelLibrary> {
  const library = createLibrary();
  for (const file of await sampleCards()) await addCard(library, file);
  for (const file of cards) await addCard(library, resolve(file));
  return library;
}

async function sampleCards(): Promise<string[]> {
  const files = await readdir(samples).catch(() => []);
  return files
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(samples, file));
}

async function addCard(library: ModelLibrary, file: string): Promise<void> {
  try {
    const card = parseCard(JSON.parse(await readFile(file, "utf8")));
    library.add(card, async () => new Uint8Array(await readFile(join(dirname(file), card.onnx))));
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}
