import { readdirSync, readFileSync } from "node:fs";
import { type GraphDocument, readGraph } from "../../engine/graph.ts";
import type { JobResult } from "../../engine/job.ts";
import { createRuntime, type RunningRuntime } from "../../engine/onnx/runtime.ts";
import { createEngine, type Engine } from "../../engine/run.ts";
import { type HostTensor, slice } from "../../engine/tensor.ts";
import { tensorOf, type Value } from "../../engine/values.ts";
import { loadModels } from "../../nodes/cli/loadModels.ts";
import { setParams } from "../../nodes/cli/setParams.ts";
import { catalogue } from "../../nodes/index.ts";

const folder = new URL("../../samples/graphs/", import.meta.url);

/** File names of all sample graphs, in order. */
export const sampleNames = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort();

export function sampleGraph(name: string): GraphDocument {
  return readGraph(readFileSync(new URL(name, folder), "utf8"), catalogue);
}

let shared: Promise<RunningRuntime> | null = null;
let engine: Promise<Engine> | null = null;
let jobs = 0;

/** One wasm runtime for all tests of a file. */
export function wasm(): Promise<RunningRuntime> {
  shared ??= createRuntime({ backend: "wasm", threads: 1 });
  return shared;
}

/** One engine, so that what graphs share is computed once. */
async function makeEngine(): Promise<Engine> {
  return createEngine({ catalogue, models: await loadModels([]), runtime: await wasm() });
}

/** What a sample graph gives: arrays of ports and of views. */
export class Sample {
  readonly document: GraphDocument;

  constructor(document: GraphDocument | string) {
    this.document = typeof document === "string" ? sampleGraph(document) : document;
  }

  /** The same graph with other params, as `node.param=VALUE`. */
  set(...settings: string[]): Sample {
    return new Sample(setParams(this.document, settings));
  }

  /** The same graph with a wire that enters `to` moved to start at `from`. */
  rewire(to: string, from: string): Sample {
    const wires = this.document.wires.map((wire) =>
      wire.to.join(".") === to ? { ...wire, from: from.split(".") as [string, string] } : wire,
    );
    return new Sample({ ...this.document, wires });
  }

  async run(observed: readonly string[], feeds: ReadonlyMap<string, Value> = new Map()): Promise<JobResult> {
    engine ??= makeEngine();
    const nodes = observed.map((node) => ({ node, preview: false }));
    const job = { id: ++jobs, document: this.document, observed: nodes, feeds, heavy: true, partial: false };
    return (await engine).run(job);
  }

  /** What leaves a port, `node.port`. */
  async output(name: string): Promise<Value> {
    const [node = "", port = ""] = name.split(".");
    const { made, states } = await this.run([node]);
    const value = made.get(node)?.outputs[port];
    if (!value) throw new Error(`${name} has no value: ${JSON.stringify([...states])}`);
    return value;
  }

  /** The arrays of the named ports `node.port`, or of view nodes by their id. */
  async arrays(names: readonly string[], feeds?: ReadonlyMap<string, Value>): Promise<HostTensor[]> {
    const { made } = await this.run(
      names.map((name) => name.split(".")[0] ?? ""),
      feeds,
    );
    const runtime = await wasm();
    return Promise.all(
      names.map((name) => {
        const [node = "", port] = name.split(".");
        const { view, outputs } = made.get(node) ?? { view: null, outputs: {} };
        const value = port === undefined ? view?.kind === "images" && view.image : outputs[port];
        const held = value && tensorOf(value);
        if (!held) throw new Error(`${name} has no array`);
        return runtime.read(held);
      }),
    );
  }

  async array(name: string, feeds?: ReadonlyMap<string, Value>): Promise<HostTensor> {
    return (await this.arrays([name], feeds))[0] as HostTensor;
  }
}

/** One picture of a batch. */
export const picture = (batch: HostTensor, sample: number) => slice(batch, sample, sample + 1).data;
