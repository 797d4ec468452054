import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Entry, Pins, ResultStore } from "../../engine/store.ts";
import type { GpuTensor, Tensor } from "../../engine/tensor.ts";
import { tensor } from "../../engine/tensor.ts";
import type { Value } from "../../engine/values.ts";

const KB = 1024;
const latent = (held: Tensor): Value => ({ type: "latent", generator: null, tensor: held });
const entryOf = (...tensors: Tensor[]): Entry => ({
  outputs: Object.fromEntries(tensors.map((held, i) => [`o${i}`, latent(held)])),
  view: null,
  ms: 1,
});
/** A host tensor of so many KB. */
const host = (kilobytes: number) => tensor([kilobytes * 256], new Float32Array(kilobytes * 256));
const gpu = (kilobytes: number, buffer = {}): GpuTensor => ({
  place: "gpu",
  shape: [kilobytes * 256],
  buffer: buffer as GPUBuffer,
});

function storeOf(budget: number) {
  const released: Tensor[] = [];
  const store = new ResultStore(budget, (held) => void released.push(held));
  const put = (key: string, entry: Entry) => {
    const pins = new Pins(store);
    store.put(key, entry, pins);
    return pins;
  };
  return { store, released, put };
}

describe("ResultStore", () => {
  it("[R9] evicts what was unused longest, and counts an entry's arrays and 1 KB", () => {
    const { store, put } = storeOf(30 * KB);
    put("a", entryOf(host(9))).release();
    put("b", entryOf(host(9))).release();
    expect(store.bytes).toBe(20 * KB);
    const pins = new Pins(store);
    store.get("a", pins);
    pins.release();
    put("c", entryOf(host(12))).release();
    expect(store.keys()).toEqual(["a", "c"]);
  });

  it("[R9] evicts chunks before whole values", () => {
    const { store, put } = storeOf(30 * KB);
    put("a", entryOf(host(9))).release();
    put("b#0-16", entryOf(host(9))).release();
    put("c", entryOf(host(12))).release();
    expect(store.keys()).toEqual(["a", "c"]);
  });

  it("[R9] never evicts what is in use, and goes back under the budget when it is not", () => {
    const { store, put } = storeOf(15 * KB);
    const pins = put("a", entryOf(host(9)));
    const more = put("b", entryOf(host(9)));
    expect(store.bytes).toBe(20 * KB);
    pins.release();
    expect(store.keys()).toEqual(["b"]);
    more.release();
    put("big", entryOf(host(100))).release();
    expect(store.keys()).toEqual([]);
    expect(store.bytes).toBe(0);
  });

  it("[R9] counts and releases once what several entries share", () => {
    const { store, released, put } = storeOf(100 * KB);
    const buffer = {};
    put("a", entryOf(gpu(10, buffer))).release();
    put("b", entryOf(gpu(10, buffer))).release();
    const whole = host(10);
    put("c", entryOf(whole)).release();
    put("d", entryOf(tensor([5], whole.data.subarray(0, 5)))).release();
    expect(store.bytes).toBe(24 * KB);
    store.delete("a");
    expect(released).toEqual([]);
    store.delete("b");
    expect(released).toHaveLength(1);
    store.delete("c");
    expect(store.bytes).toBe(11 * KB);
  });

  it("[R20] drops what is not in host memory", () => {
    const { store, released, put } = storeOf(100 * KB);
    put("host", entryOf(host(1))).release();
    put("gpu", entryOf(gpu(1))).release();
    put("both#0-4", entryOf(host(1), gpu(1))).release();
    store.dropDevice();
    expect(store.keys()).toEqual(["host"]);
    expect(released).toHaveLength(2);
  });

  it("[R9] keeps its account in any order of use", () => {
    const steps = fc.array(
      fc.record({
        do: fc.constantFrom("put", "share", "get", "delete", "release"),
        key: fc.constantFrom("a", "b", "c", "d#0-4", "e#4-8"),
        size: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 60 }), (list, budget) => {
        const { store, released, put } = storeOf(budget * KB);
        const held: { key: string; pins: Pins }[] = [];
        const made = new Set<Tensor>();
        let last: GpuTensor = gpu(1);
        for (const { do: what, key, size } of list) {
          const pins = new Pins(store);
          if (what === "put") last = gpu(size);
          if (what === "put" || what === "share") {
            made.add(last);
            held.push({ key, pins: put(key, entryOf(last)) });
          } else if (what === "get" && store.get(key, pins)) held.push({ key, pins });
          else if (what === "delete") store.delete(key);
          else if (what === "release") held.shift()?.pins.release();
          for (const { key: used } of held) expect(store.has(used)).toBe(true);
          if (held.length === 0) expect(store.bytes).toBeLessThanOrEqual(budget * KB);
        }
        for (const { pins } of held) pins.release();
        for (const key of store.keys()) store.delete(key);
        expect(store.bytes).toBe(0);
        expect(store.size).toBe(0);
        expect(new Set(released)).toEqual(made);
      }),
    );
  });
});
