/** Tensors that wait until somebody needs them, so that neighbouring layers run as one cut (SPEC R18). */
import type { Feeds } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Model } from "../models.ts";
import type { DeferredTensor, GpuTensor, HostTensor, Tensor } from "../tensor.ts";
import { reach } from "./reach.ts";
import { structureOf } from "./structure.ts";

/** What one output of a model waits for. `holders` keep it: whoever asked for it, and whatever continues it. */
interface Pending {
  readonly model: Model;
  readonly output: string;
  readonly shape: readonly number[];
  feeds: Feeds;
  holders: number;
  result: Promise<HostTensor | GpuTensor> | null;
}

/** A part of a model that runs as one: what is fed, and which tensors it computes by itself. */
interface Part {
  readonly feeds: Record<string, Tensor>;
  readonly interior: Set<string>;
}

/** What deferral needs from its runtime. `run` takes feeds that no longer continue one another. */
interface Host {
  run(
    model: Model,
    feeds: Feeds,
    outputs: readonly string[],
  ): Promise<Record<string, HostTensor | GpuTensor>>;
  retain(value: Tensor): void;
  release(value: Tensor): void;
}

export interface Deferral {
  defer(model: Model, feeds: Feeds, output: string, shape: readonly number[]): DeferredTensor;
  /** The feeds of the one cut that computes `outputs`: deferred feeds that it continues are replaced by theirs. */
  gather(model: Model, feeds: Feeds, outputs: readonly string[]): Feeds;
  retain(value: DeferredTensor): void;
  release(value: DeferredTensor): void;
}

export function createDeferral(host: Host): Deferral {
  const pendings = new WeakMap<Tensor, Pending>();

  async function compute(pending: Pending): Promise<HostTensor | GpuTensor> {
    const { model, output, feeds, shape } = pending;
    const results = await host.run(model, partOf(pendings, model, feeds, [output]).feeds, [output]);
    const result = results[output] as HostTensor | GpuTensor;
    if (result.shape.join() !== shape.join())
      throw new Fault(
        `${output}: expected [${shape.join(", ")}], the model gives [${result.shape.join(", ")}]`,
        {
          cure: "Correct the model's card.",
        },
      );
    pending.feeds = {};
    for (const feed of Object.values(feeds)) host.release(feed);
    return result;
  }

  function force(pending: Pending): Promise<HostTensor | GpuTensor> {
    pending.result ??= compute(pending).catch((error: unknown) => {
      pending.result = null;
      throw error;
    });
    return pending.result;
  }

  return {
    defer(model, feeds, output, shape) {
      const pending: Pending = { model, output, shape, feeds, holders: 1, result: null };
      for (const feed of Object.values(feeds)) host.retain(feed);
      const value: DeferredTensor = { place: "deferred", shape, force: () => force(pending) };
      pendings.set(value, pending);
      return value;
    },
    gather: (model, feeds, outputs) => partOf(pendings, model, feeds, outputs).feeds,
    retain(value) {
      const pending = pendings.get(value);
      if (pending) pending.holders++;
    },
    release(value) {
      const pending = pendings.get(value);
      if (!pending || pending.holders === 0) return;
      pending.holders--;
      if (pending.holders > 0) return;
      if (pending.result) pending.result.then(host.release, () => undefined);
      else for (const feed of Object.values(pending.feeds)) host.release(feed);
    },
  };
}

/** Takes in, one after the other, the feeds that are pending outputs of the same model under their own names. */
function partOf(
  pendings: WeakMap<Tensor, Pending>,
  model: Model,
  given: Feeds,
  outputs: readonly string[],
): Part {
  const samples = Math.max(...Object.values(given).map((value) => value.shape[0] ?? 1), 1);
  const feeds: Record<string, Tensor> = { ...given };
  const interior = interiorOf(model, Object.keys(given), outputs);
  for (const [name, value] of Object.entries(given)) {
    const pending = pendings.get(value);
    const continues = pending && pending.output === name && pending.model.sha256 === model.sha256;
    if (!continues || pending.result || value.shape[0] !== samples) continue;
    const before = partOf(pendings, model, pending.feeds, [name]);
    if (!agree(before, { feeds, interior }, name)) continue;
    delete feeds[name];
    Object.assign(feeds, before.feeds);
    for (const tensor of before.interior) interior.add(tensor);
  }
  return { feeds, interior };
}

/** Two parts can be one where neither computes what the other is fed, and what both are fed is the same. */
function agree(before: Part, after: Part, joint: string): boolean {
  const conflicts = (name: string, value: Tensor | undefined, other: Part) =>
    name !== joint && (other.interior.has(name) || (name in other.feeds && other.feeds[name] !== value));
  return (
    !Object.entries(after.feeds).some(([name, value]) => conflicts(name, value, before)) &&
    !Object.entries(before.feeds).some(([name, value]) => conflicts(name, value, after))
  );
}

function interiorOf(model: Model, fed: readonly string[], outputs: readonly string[]): Set<string> {
  const { tensors } = reach(structureOf(model.graph), new Set(fed), outputs);
  return new Set([...tensors].filter((name) => !fed.includes(name)));
}
