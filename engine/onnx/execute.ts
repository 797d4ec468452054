/** One run of a cut, from feeds that may still be pending to outputs that are there. */
import type { Feeds } from "../context.ts";
import type { CpuCaller } from "../cpu/caller.ts";
import { Fault } from "../fault.ts";
import type { Gpu } from "../gpu/device.ts";
import type { GpuKeeper } from "../gpu/keeper.ts";
import type { Model } from "../models.ts";
import type { Ort } from "../platform/ort.ts";
import { concat, type GpuTensor, type HostTensor, slice } from "../tensor.ts";
import { elementTypeOf } from "./elementType.ts";
import { type Entered, type Entry, enterGpu, enterHost, leaveOrt, shaped } from "./exchange.ts";
import { type Batch, checkFeeds } from "./feeds.ts";
import { ortFault } from "./ortFault.ts";
import type { Sessions } from "./sessions.ts";

/** Numbers that are there. */
export type Ready = HostTensor | GpuTensor;
type ReadyFeeds = Record<string, Ready>;

export type Executor = (model: Model, feeds: Feeds, outputs: readonly string[]) => Promise<ReadyFeeds>;

/** Outputs that are fed come back as they are; a file with a batch of 1 is run sample by sample. Throws Fault. */
export function createExecutor(
  ort: Ort,
  sessions: Sessions,
  keeper: GpuKeeper | null,
  cpu: CpuCaller | null,
): Executor {
  async function onCpu(model: Model, feeds: ReadyFeeds, batch: Batch, outputs: readonly string[]) {
    if (!cpu?.knows(model)) return null;
    const values: ReadyFeeds = {};
    for (const [name, value] of Object.entries(feeds))
      values[name] = value.place === "host" ? shaped(value, entryOf(model, name, value, batch)) : value;
    return cpu.call(model, values, outputs);
  }

  async function once(model: Model, feeds: ReadyFeeds, batch: Batch, outputs: readonly string[]) {
    const computed = await onCpu(model, feeds, batch, outputs);
    if (computed) return computed;
    const gpu = keeper ? await keeper.open() : null;
    const entered: Record<string, Entered> = {};
    for (const [name, value] of Object.entries(feeds)) {
      const entry = entryOf(model, name, value, batch);
      entered[name] =
        value.place === "host"
          ? enterHost(ort, value, entry)
          : await enterGpu(ort, requireGpu(gpu), value, entry);
    }
    const tensors = Object.fromEntries(Object.entries(entered).map(([name, each]) => [name, each.tensor]));
    try {
      const made = await sessions.run(model, tensors, outputs);
      const left: ReadyFeeds = {};
      for (const [name, value] of Object.entries(made)) left[name] = await leaveOrt(value, gpu);
      return left;
    } finally {
      for (const each of Object.values(entered)) each.leave();
    }
  }

  /** Sample by sample, on the host: files with a batch of 1 are the exception. */
  async function singly(model: Model, feeds: ReadyFeeds, batch: Batch, outputs: readonly string[]) {
    const host: Record<string, HostTensor> = {};
    for (const [name, value] of Object.entries(feeds))
      host[name] = value.place === "host" ? value : await requireGpu(keeper?.current() ?? null).read(value);
    const parts: Record<string, HostTensor>[] = [];
    for (let sample = 0; sample < batch.samples; sample++) {
      const one: Record<string, HostTensor> = {};
      for (const [name, value] of Object.entries(host))
        one[name] = batch.sliced.has(name) ? slice(value, sample, sample + 1) : value;
      const made = await once(model, one, checkFeeds(model.graph, one), outputs);
      parts.push(await onHost(made, keeper?.current() ?? null));
    }
    return Object.fromEntries(
      outputs.map((name) => [name, concat(parts.map((part) => part[name] as HostTensor))]),
    );
  }

  return async (model, feeds, outputs) => {
    const values: ReadyFeeds = {};
    for (const [name, value] of Object.entries(feeds))
      values[name] = value.place === "deferred" ? await value.force() : value;
    const batch = checkFeeds(model.graph, values);
    const open = outputs.filter((name) => !(name in values));
    try {
      const made = open.length === 0 ? {} : await (batch.singly ? singly : once)(model, values, batch, open);
      const results = { ...values, ...made };
      return Object.fromEntries(outputs.map((name) => [name, results[name]])) as ReadyFeeds;
    } catch (error) {
      throw ortFault(error, outputs.join(", "));
    }
  };
}

function entryOf(model: Model, name: string, { shape }: Ready, batch: Batch): Entry {
  return {
    shape: batch.shapes[name] ?? shape,
    times: batch.repeated.has(name) ? batch.samples : 1,
    elementType: elementTypeOf(model.graph, name),
  };
}

async function onHost(values: ReadyFeeds, gpu: Gpu | null): Promise<Record<string, HostTensor>> {
  const host: Record<string, HostTensor> = {};
  for (const [name, value] of Object.entries(values)) {
    host[name] = value.place === "host" ? value : await requireGpu(gpu).read(value);
    if (value.place === "gpu") gpu?.release(value);
  }
  return host;
}

function requireGpu(gpu: Gpu | null): Gpu {
  if (gpu) return gpu;
  throw new Fault("the value is no longer on the GPU", { cure: "Run again." });
}
