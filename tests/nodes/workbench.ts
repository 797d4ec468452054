import type { GeneratorCard } from "../../engine/card.ts";
import type { Context } from "../../engine/context.ts";
import { createLibrary } from "../../engine/library.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import type { NodeDefinition, Outputs, Values } from "../../engine/node.ts";
import { type ModelGraph, serializeModel } from "../../engine/onnx/model.ts";
import { createRuntime, type RunningRuntime } from "../../engine/onnx/runtime.ts";
import { sha256 } from "../../engine/sha256.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";
import type { Features, Latent, Style, Value } from "../../engine/values.ts";
import { tensorOf } from "../../engine/values.ts";
import type { Known } from "../expectClose.ts";

let shared: Promise<RunningRuntime> | null = null;

/** One wasm runtime for all tests of a file. */
export function wasm(): Promise<RunningRuntime> {
  shared ??= createRuntime({ backend: "wasm", threads: 1 });
  return shared;
}

/** A library of small models, written to bytes and read again as a file would be. */
export function libraryOf(...models: readonly { card: GeneratorCard; graph: ModelGraph }[]): ModelLibrary {
  const library = createLibrary();
  for (const { card, graph } of models) {
    const bytes = serializeModel(graph);
    library.add({ ...card, sha256: sha256(bytes) }, () => Promise.resolve(bytes));
  }
  return library;
}

/** Runs one node on whole inputs, as the engine does for a small batch. */
export async function runNode(
  node: NodeDefinition,
  models: ModelLibrary,
  inputs: Values,
  params: Readonly<Record<string, unknown>> = {},
  change: (context: Context) => Context = (context) => context,
): Promise<Outputs> {
  const defaults = Object.entries(node.params).map(([name, spec]) => [name, spec.default]);
  const all = { ...Object.fromEntries(defaults), ...params };
  const samples = Object.values(inputs).map((value) => (value && tensorOf(value)?.shape[0]) || 1);
  const to = Math.max(node.samples?.(all) ?? 1, ...samples);
  const context: Context = {
    runtime: await wasm(),
    models,
    range: { from: 0, to },
    signal: new AbortController().signal,
    progress: () => {},
  };
  const outputs = await (node.map ?? node.compute)?.(inputs, all, change(context));
  return outputs as Outputs;
}

/** The numbers of a value, in host memory. */
export async function numbersOf(value: Value | undefined): Promise<HostTensor> {
  const held = value && tensorOf(value);
  if (!held) throw new Error("expected a value with a tensor");
  return (await wasm()).read(held);
}

const arrayOf = ({ shape, data }: Known) => tensor(shape, Float32Array.from(data));

export const latent = (generator: string | null, known: Known): Latent => ({
  type: "latent",
  generator,
  tensor: arrayOf(known),
});

export const style = (generator: string | null, known: Known): Style => ({
  type: "style",
  generator,
  tensor: arrayOf(known),
});

export const features = (generator: string | null, layer: string | null, known: Known): Features => ({
  type: "features",
  generator,
  layer,
  tensor: arrayOf(known),
});
