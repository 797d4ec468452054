import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Card } from "../../../engine/card.ts";
import { writeNpy } from "../../../engine/npy.ts";
import { type ModelGraph, serializeModel } from "../../../engine/onnx/model.ts";
import { sha256 } from "../../../engine/sha256.ts";
import type { HostTensor } from "../../../engine/tensor.ts";
import { main } from "../../../nodes/cli/main.ts";

export const sample = (name: string) => fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));

/** Runs a command in this process: its exit status, what it said and what it complained of. */
export async function graph(...args: string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const status = await main(args, {
    say: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return { status, said: said.join("\n"), complained: complained.join("\n") };
}

/** An empty directory of its own. */
export const directory = () => mkdtemp(join(tmpdir(), "ganglion-"));

/** Writes a graph document into a directory; gives the file. */
export async function graphFile(folder: string, nodes: readonly object[], wires: readonly object[] = []) {
  const file = join(folder, "graph.json");
  await writeFile(file, JSON.stringify({ format: "ganglion/graph", version: 1, name: "Test", nodes, wires }));
  return file;
}

/** Writes a model and its card; gives the card's file. */
export async function cardFile(folder: string, { card, graph: model }: { card: Card; graph: ModelGraph }) {
  const bytes = serializeModel(model);
  const file = join(folder, `${card.id}.json`);
  await writeFile(join(folder, card.onnx), bytes);
  await writeFile(file, JSON.stringify({ ...card, sha256: sha256(bytes) }));
  return file;
}

export async function npyFile(folder: string, name: string, array: HostTensor) {
  const file = join(folder, name);
  await writeFile(file, writeNpy(array));
  return file;
}
