import type { Card } from "../../engine/card.ts";
import type { Context } from "../../engine/context.ts";
import { createLibrary } from "../../engine/library.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import type { NodeDefinition, Outputs, Values } from "../../engine/node.ts";
import { type ModelGraph, serializeModel } from "../../engine/onnx/model.ts";
import { createRuntime, type RunningRuntime } from "../../engine/onnx/runtime.ts";
import { sha256 } from "../../engine/sha256.ts";
import { type HostTensor, slice, tensor } from "../../engine/tensor.ts";
import type { Features, Latent, Segmentation, Style, Thresholds, Value } from "../../engine/values.ts";
import { isBatched, tensorOf } from "../../engine/values.ts";
import type { Known } from "../expectClose.ts";

let shared: Promise<RunningRuntime> | null = null;

/** One wasm runtime for all tests of a file. */
export function wasm(): Promise<RunningRuntime> {
  shared ??= createRuntime({ backend: "wasm", threads: 1 });
  return shared;
}

/** What a node reaches when a test calls it: wasm, and nothing that lasts. */
export async function wasmContext(models: ModelLibrary): Promise<Omit<Context, "range">> {
  const signal = new AbortController().signal;
  const around = { key: "key", checkpoint: null, pace: () => "live" as const, progress: () => {} };
  return { runtime: await wasm(), models, signal, ...around };
}

/** A library of small models, written to bytes and read again as a file would be. */
export function libraryOf(...models: readonly { card: Card; graph: ModelGraph }[]): ModelLibrary {
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
  const context: Context = { ...(await wasmContext(models)), range: { from: 0, to } };
  const outputs = await (node.map ?? node.compute)?.(inputs, all, change(context));
  return outputs as Outputs;
}

/** A chunk of samples of every batch among the inputs. */
function part(inputs: Values, from: number, to: number): Values {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const held = value && isBatched(value) ? value.tensor : null;
      if (held?.place !== "host" || held.shape[0] === 1) return [name, value];
      return [name, { ...value, tensor: slice(held, from, to) }];
    }),
  ) as Values;
}

/**
 * Runs a reduce node over chunks of so many samples. Where `merged`, every chunk is folded into a state of its own and the
 * states are merged in the order that it gives.
 */
export async function reduceNode(
  node: NodeDefinition,
  models: ModelLibrary,
  inputs: Values,
  params: Readonly<Record<string, unknown>> = {},
  { chunk = 16, merged }: { chunk?: number; merged?: (states: unknown[]) => unknown[] } = {},
): Promise<Outputs> {
  const { reduce } = node;
  if (!reduce) throw new Error("expected a reduce node");
  const defaults = Object.entries(node.params).map(([name, spec]) => [name, spec.default]);
  const all = { ...Object.fromEntries(defaults), ...params } as never;
  const batches = Object.values(inputs).flatMap((value) =>
    value && isBatched(value) ? [value.tensor.shape[0] ?? 0] : [],
  );
  const samples = Math.max(...batches);
  const common = await wasmContext(models);
  const states: unknown[] = [reduce.init(all)];
  for (let from = 0; from < Math.max(samples, 1); from += chunk) {
    const range = { from, to: Math.min(samples, from + chunk) };
    if (merged) states.push(reduce.init(all));
    states.push(
      await reduce.fold(states.pop(), part(inputs, range.from, range.to) as never, all, { ...common, range }),
    );
  }
  const state = (merged?.(states) ?? states).reduce((a, b) => reduce.merge(a, b));
  return (await reduce.finish(state, all, { ...common, range: { from: 0, to: samples } })) as Outputs;
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

/** Class ids of so many classes, named where names are given. */
export const segmentation = (known: Known, classes: readonly string[] | null = null): Segmentation => ({
  type: "segmentation",
  classes,
  ignore: [],
  tensor: tensor(known.shape, Int32Array.from(known.data)),
});

export const thresholds = (levels: readonly number[]): Thresholds => ({
  type: "thresholds",
  generator: null,
  layer: null,
  quantile: null,
  tensor: tensor([levels.length], Float32Array.from(levels)),
});
