/** Toy nodes and a fake runtime: enough to exercise the engine without any model. */
import type { Runtime } from "../../engine/context.ts";
import type { GraphDocument, GraphNode, Wire } from "../../engine/graph.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import { anyOf, type Catalogue, defineNode, Fault, optional, param, port } from "../../engine/node.ts";
import { type HostTensor, sizeOf, type Tensor, tensor } from "../../engine/tensor.ts";

/** A runtime whose tensors are all on the host; `defer` and models are not needed by toys. */
export function fakeRuntime(): Runtime & { readonly released: Tensor[] } {
  const released: Tensor[] = [];
  const never = () => {
    throw new Error("toys run no models");
  };
  return {
    backend: "wasm",
    released,
    run: never,
    defer: never,
    call: never,
    apply: async (kernel, inputs, uniforms) => kernel.reference(inputs as HostTensor[], uniforms),
    async read(held) {
      const ready = held.place === "deferred" ? await held.force() : held;
      if (ready.place !== "host") throw new Error("toys have no GPU");
      return ready;
    },
    release: (held) => void released.push(held),
  };
}

export const noModels: ModelLibrary = {
  cards: () => [],
  identity: () => null,
  get: async (id) => {
    throw new Fault(`there is no model ${id}`);
  },
  add: () => {},
  place: () => {},
  onLoad: () => {},
};

/** What was computed: one line a call, `node type` and range or inputs. */
export interface Diary {
  readonly calls: string[];
}

const latentOf = (data: Float32Array, size = 2) => ({
  z: { type: "latent" as const, generator: null, tensor: tensor([data.length / size, size], data) },
});

/** The toy catalogue: numbers are small integers, so that sums are exact in any order. */
export function toyCatalogue(diary: Diary = { calls: [] }): Catalogue {
  const note = (text: string) => void diary.calls.push(text);
  const describe = { title: "Toy", doc: "A toy.", icon: "dice-1" };
  const count = param.integer(1, "Samples.", { min: 1 });
  const nodes = {
    /** Samples i -> [seed + i, seed - i]. */
    source: defineNode({
      ...describe,
      inputs: {},
      params: { seed: param.integer(0, "Seed."), count },
      outputs: { z: port("latent") },
      samples: (p) => p.count,
      map(_, { seed }, { range }) {
        note(`source ${seed} ${range.from}-${range.to}`);
        const values = new Float32Array(2 * (range.to - range.from));
        for (let i = range.from; i < range.to; i++) values.set([seed + i, seed - i], 2 * (i - range.from));
        return latentOf(values);
      },
    }),
    /** a + b + amount, sample by sample. */
    add: defineNode({
      ...describe,
      inputs: { a: port("latent"), b: optional("latent") },
      params: { amount: param.real(0, "Added.", { min: -1e6, max: 1e6 }) },
      outputs: { z: port("latent") },
      async map({ a, b }, { amount }, { range, runtime }) {
        note(`add ${amount} ${range.from}-${range.to}`);
        const left = await runtime.read(a.tensor);
        const right = b && (await runtime.read(b.tensor));
        const n = Math.max(left.shape[0] ?? 0, right?.shape[0] ?? 0);
        const at = (held: HostTensor, i: number) => held.data[held.shape[0] === 1 ? i % 2 : i] ?? 0;
        const sum = Float32Array.from(
          { length: 2 * n },
          (_, i) => at(left, i) + (right ? at(right, i) : 0) + amount,
        );
        return latentOf(sum);
      },
    }),
    /** All samples in reverse order: needs the whole batch. */
    reverse: defineNode({
      ...describe,
      inputs: { a: port("latent") },
      params: {},
      outputs: { z: port("latent") },
      async compute({ a }, _, { runtime }) {
        const { data } = await runtime.read(a.tensor);
        note(`reverse ${data.length / 2}`);
        return latentOf(Float32Array.from(data).reverse());
      },
    }),
    /** The sum of all numbers. */
    total: defineNode({
      ...describe,
      inputs: { a: port("latent"), b: optional("latent") },
      params: {},
      outputs: { value: port("number") },
      reduce: {
        init: () => 0,
        async fold(sum: number, { a, b }, _, { runtime, range }) {
          note(`total ${range.from}-${range.to}`);
          const all = [a, ...(b ? [b] : [])];
          const parts = await Promise.all(all.map(async (part) => (await runtime.read(part.tensor)).data));
          return parts.flatMap((data) => [...data]).reduce((all, x) => all + x, sum);
        },
        merge: (a: number, b: number) => a + b,
        finish: (sum: number) => ({ value: { type: "number" as const, value: sum } }),
      },
    }),
    /** 1, 2, ... steps, each times the number that enters. */
    climb: defineNode({
      ...describe,
      inputs: { by: optional("number") },
      params: { steps: param.integer(3, "Steps.", { min: 1, max: 100 }) },
      outputs: { value: port("number") },
      compute: async function* ({ by }, { steps }) {
        const result = (k: number) => ({ value: { type: "number" as const, value: k * (by?.value ?? 1) } });
        for (let k = 1; k < steps; k++) {
          note(`climb ${k}`);
          yield result(k);
        }
        note(`climb ${steps}`);
        return result(steps);
      },
    }),
    number: defineNode({
      ...describe,
      inputs: {},
      params: { value: param.real(0, "Value.") },
      outputs: { value: port("number") },
      compute(_, { value }) {
        note(`number ${value}`);
        return { value: { type: "number", value } };
      },
    }),
    /** Fails where the least number of its batch is below the limit. */
    fragile: defineNode({
      ...describe,
      inputs: { a: port("latent") },
      params: { limit: param.integer(0, "Limit.") },
      outputs: { z: port("latent") },
      async map({ a }, { limit }, { runtime }) {
        note(`fragile ${limit}`);
        const { data } = await runtime.read(a.tensor);
        if (data.some((x) => x < limit))
          throw new Fault(`a number is below ${limit}`, { port: "a", cure: "Raise it." });
        return { z: a };
      },
    }),
    /** The first sample of any batch. */
    first: defineNode({
      ...describe,
      inputs: { batch: anyOf(["latent", "style", "image"], "Any batch.") },
      params: {},
      outputs: { item: anyOf(["latent", "style", "image"], "Its first sample.", "batch") },
      compute({ batch }) {
        const [, ...rest] = batch.tensor.shape;
        const held = batch.tensor as HostTensor;
        const data = held.data.slice(0, sizeOf(rest));
        return { item: { ...batch, tensor: tensor([1, ...rest], data) } };
      },
    }),
    /** Waits for Run. */
    slow: defineNode({
      ...describe,
      heavy: true,
      inputs: { a: port("number") },
      params: {},
      outputs: { value: port("number") },
      compute({ a }) {
        note(`slow ${a.value}`);
        return { value: { type: "number", value: a.value + 1 } };
      },
    }),
    /** A view. */
    look: defineNode({
      ...describe,
      inputs: { a: port("latent"), b: optional("number") },
      params: {},
      outputs: {},
      async show({ a, b }, _, { runtime }) {
        note("look");
        const { data } = await runtime.read(a.tensor);
        return {
          kind: "table",
          table: { type: "table", columns: ["x"], rows: [...data, b?.value ?? null].map((x) => [x]) },
        };
      },
    }),
  };
  return Object.fromEntries(
    Object.entries(nodes).map(([type, node]) => [type, { ...node, category: "toy" }]),
  );
}

/** A document of nodes `id: [type, params]` and wires `a.z -> b.a`. */
export function toyGraph(
  nodes: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>?]>>,
  wires: readonly string[] = [],
): GraphDocument {
  const end = (text = "") => text.trim().split(".") as [string, string];
  return {
    format: "ganglion/graph",
    version: 1,
    name: "Toy",
    about: "",
    nodes: Object.entries(nodes).map(
      ([id, [type, params = {}]]): GraphNode => ({ id, type, params, at: [0, 0] }),
    ),
    wires: wires.map((text): Wire => {
      const [from, to] = text.split("->");
      return { from: end(from), to: end(to) };
    }),
    frames: [],
  };
}
