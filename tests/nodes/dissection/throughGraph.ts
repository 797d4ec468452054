/** Real nodes in the real engine, on fed arrays and on small models, as the command line runs them. */
import type { Context, Runtime } from "../../../engine/context.ts";
import type { EngineEvent } from "../../../engine/events.ts";
import type { GraphDocument } from "../../../engine/graph.ts";
import type { JobResult } from "../../../engine/job.ts";
import type { ModelLibrary } from "../../../engine/models.ts";
import type { Catalogue } from "../../../engine/node.ts";
import { createEngine, type Engine } from "../../../engine/run.ts";
import { sizeOf, tensor } from "../../../engine/tensor.ts";
import type { Image, Mask, Table, Units, Value } from "../../../engine/values.ts";
import { catalogue } from "../../../nodes/index.ts";
import { toyGraph } from "../../engine/toys.ts";
import type { Known } from "../../expectClose.ts";
import { libraryOf, numbersOf, wasm } from "../workbench.ts";

/** A document of nodes `id: [type, params]` and wires `a.z -> b.a`. */
export const graphOf = toyGraph;

export type Feeds = Readonly<Record<string, Value>>;

interface Options {
  readonly feeds?: Feeds;
  readonly models?: ModelLibrary;
  /** Samples in a chunk. */
  readonly chunk?: number;
  readonly runtime?: Runtime;
  /** Called with the range of each chunk that a reduce node of this type has folded. */
  readonly onFold?: readonly [type: string, call: (range: Context["range"]) => void | Promise<void>];
  readonly emit?: (event: EngineEvent) => void;
}

export async function engineOf(options: Options): Promise<Engine> {
  const { models = libraryOf(), chunk = 16, runtime, onFold, emit } = options;
  return createEngine({
    catalogue: onFold ? watched(...onFold) : catalogue,
    models,
    runtime: runtime ?? (await wasm()),
    chunk,
    ...(emit && { emit }),
  });
}

/** The catalogue with a call after each fold of one node. */
function watched(type: string, call: NonNullable<Options["onFold"]>[1]): Catalogue {
  const definition = catalogue[type];
  const reduce = definition?.reduce;
  if (!definition || !reduce) throw new Error(`${type} is no reduce node`);
  const fold: typeof reduce.fold = async (state, inputs, params, context) => {
    const folded = await reduce.fold(state, inputs, params, context);
    await call(context.range);
    return folded;
  };
  return { ...catalogue, [type]: { ...definition, reduce: { ...reduce, fold } } };
}

let jobs = 0;

/** Runs a document until the named nodes are there whole; nothing waits for Run. */
export async function runGraph(
  engine: Engine,
  document: GraphDocument,
  observed: readonly string[],
  feeds: Feeds = {},
  partial = false,
): Promise<JobResult> {
  return engine.run({
    id: ++jobs,
    document,
    observed: observed.map((node) => ({ node, preview: partial })),
    feeds: new Map(Object.entries(feeds)),
    heavy: true,
    partial,
  });
}

/** What leaves `node.port` of a document. */
export async function ask(document: GraphDocument, address: string, options: Options = {}): Promise<Value> {
  const [node = "", port = ""] = address.split(".");
  const { made, states } = await runGraph(await engineOf(options), document, [node], options.feeds);
  const value = made.get(node)?.outputs[port];
  if (!value) throw new Error(`${address} has no value: ${JSON.stringify([...states])}`);
  return value;
}

/** Its numbers. */
export async function askNumbers(document: GraphDocument, address: string, options: Options = {}) {
  const { data, shape } = await numbersOf(await ask(document, address, options));
  return { shape: [...shape], data: [...data] };
}

/** Its rows. */
export async function askRows(document: GraphDocument, address: string, options: Options = {}) {
  return ((await ask(document, address, options)) as Table).rows;
}

/** Why a node fails: reason, port and cure. */
export async function refusal(document: GraphDocument, node: string, options: Options = {}) {
  const { states } = await runGraph(await engineOf(options), document, [node], options.feeds);
  const state = states.get(node);
  if (state?.state !== "failed") throw new Error(`${node} is ${JSON.stringify(state)}`);
  const { reason, port, cure } = state;
  return { reason, port, cure };
}

/** The document with other params of one node. */
export function withParams(document: GraphDocument, id: string, params: object): GraphDocument {
  const nodes = document.nodes.map((node) =>
    node.id === id ? { ...node, params: { ...node.params, ...params } } : node,
  );
  return { ...document, nodes };
}

const arrayOf = ({ shape, data }: Known) => tensor(shape, Float32Array.from(data));

export const image = (known: Known): Image => ({ type: "image", tensor: arrayOf(known) });

/** One number everywhere. */
export const filled = (level: number, ...shape: number[]): Known => ({
  shape,
  data: new Array<number>(sizeOf(shape)).fill(level),
});

export const mask = (known: Known): Mask => ({ type: "mask", tensor: arrayOf(known) });

export const units = (...list: number[]): Units => ({
  type: "units",
  generator: null,
  layer: null,
  units: list,
});
