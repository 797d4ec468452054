import { describe, expect, test } from "vitest";
import type { Feeds } from "../../../engine/context.ts";
import type { Model } from "../../../engine/models.ts";
import { createDeferral } from "../../../engine/onnx/deferred.ts";
import { type GpuTensor, type HostTensor, type Tensor, zeros } from "../../../engine/tensor.ts";
import { onnx } from "./build.ts";

/** Three layers that take the features before and a style each; z is mapped to w. */
const model = {
  sha256: "layers",
  graph: onnx({
    inputs: { z: ["n", 2] },
    outputs: { f3: ["n", 2] },
    nodes: [
      { op: "Relu", in: ["z"], out: ["w"] },
      ...[1, 2, 3].flatMap((at) => [
        { op: "Identity", in: ["w"], out: [`style${at}`] },
        { op: "Add", in: [at === 1 ? "w" : `f${at - 1}`, `style${at}`], out: [`f${at}`] },
      ]),
    ],
  }),
} as unknown as Model;

/** A host that notes each run instead of computing, and counts who holds what. */
function recording() {
  const runs: { feeds: string[]; outputs: readonly string[] }[] = [];
  const held = new Map<Tensor, number>();
  let failing = false;
  const deferral = createDeferral({
    async run(_, feeds: Feeds, outputs) {
      for (const feed of Object.values(feeds)) if (feed.place === "deferred") await feed.force();
      runs.push({ feeds: Object.keys(feeds).sort(), outputs });
      if (failing) throw new Error("no memory");
      const samples = Math.max(...Object.values(feeds).map((feed) => feed.shape[0] ?? 1));
      return Object.fromEntries(outputs.map((name) => [name, zeros([samples, 2])]));
    },
    retain: (value) => {
      if (value.place === "deferred") deferral.retain(value);
      held.set(value, (held.get(value) ?? 0) + 1);
    },
    release: (value) => {
      if (value.place === "deferred") deferral.release(value);
      held.set(value, (held.get(value) ?? 0) - 1);
    },
  });
  return { runs, held, deferral, fail: (on: boolean) => (failing = on) };
}

const x = (n = 1): HostTensor => zeros([n, 2]);

describe("deferred layers", () => {
  test("that continue one another run as one cut", async () => {
    const { deferral, runs } = recording();
    const f1 = deferral.defer(model, { w: x(), style1: x() }, "f1", [1, 2]);
    const f2 = deferral.defer(model, { f1, style2: x() }, "f2", [1, 2]);
    const f3 = deferral.defer(model, { f2, style3: x() }, "f3", [1, 2]);
    expect(runs).toEqual([]);
    await f3.force();
    expect(runs).toEqual([{ feeds: ["style1", "style2", "style3", "w"], outputs: ["f3"] }]);
  });

  test("run once, however many wait", async () => {
    const { deferral, runs } = recording();
    const f1 = deferral.defer(model, { w: x(), style1: x() }, "f1", [1, 2]);
    const [a, b] = await Promise.all([f1.force(), f1.force()]);
    expect(a).toBe(b);
    expect(await f1.force()).toBe(a);
    expect(runs.length).toBe(1);
  });

  test("start from what was computed in between", async () => {
    const { deferral, runs } = recording();
    const f1 = deferral.defer(model, { w: x(), style1: x() }, "f1", [1, 2]);
    const f2 = deferral.defer(model, { f1, style2: x() }, "f2", [1, 2]);
    await f1.force();
    await f2.force();
    expect(runs.map(({ feeds }) => feeds)).toEqual([
      ["style1", "w"],
      ["f1", "style2"],
    ]);
  });

  test("are not joined where a style would reach both with different numbers", async () => {
    const { deferral, runs } = recording();
    const f1 = deferral.defer(model, { w: x() }, "f1", [1, 2]);
    const f2 = deferral.defer(model, { f1, w: x() }, "f2", [1, 2]);
    await f2.force();
    expect(runs.map(({ feeds }) => feeds)).toEqual([["w"], ["f1", "w"]]);
  });

  test("are not joined where one computes what the other is fed", async () => {
    const { deferral, runs } = recording();
    const f1 = deferral.defer(model, { z: x() }, "f1", [1, 2]);
    const f2 = deferral.defer(model, { f1, w: x() }, "f2", [1, 2]);
    await f2.force();
    expect(runs.map(({ feeds }) => feeds)).toEqual([["z"], ["f1", "w"]]);
  });

  test("are not joined where one sample would be computed once for each of many", async () => {
    const { deferral, runs } = recording();
    const f1 = deferral.defer(model, { w: x(), style1: x() }, "f1", [1, 2]);
    await deferral.defer(model, { f1, style2: x(8) }, "f2", [8, 2]).force();
    expect(runs.length).toBe(2);
  });

  test("of another model, or under another name, are computed first", async () => {
    const { deferral, runs } = recording();
    const w = deferral.defer(model, { z: x() }, "w", [1, 2]);
    await deferral.defer(model, { f1: x(), style2: w }, "f2", [1, 2]).force();
    expect(runs.map(({ outputs }) => outputs[0])).toEqual(["w", "f2"]);
  });

  test("let go of what they were made from once they are there, or are released", async () => {
    const { deferral, held } = recording();
    const feed: GpuTensor = { place: "gpu", shape: [1, 2], buffer: {} as GPUBuffer };
    const style1 = x();
    const f1 = deferral.defer(model, { w: feed, style1 }, "f1", [1, 2]);
    expect(held.get(feed)).toBe(1);
    const f2 = deferral.defer(model, { f1, style2: x() }, "f2", [1, 2]);
    deferral.release(f1);
    expect(held.get(feed)).toBe(1);
    await f2.force();
    expect(held.get(feed)).toBe(0);
    expect(held.get(f1)).toBe(0);
    const other = deferral.defer(model, { w: feed, style1 }, "f1", [1, 2]);
    deferral.release(other);
    expect(held.get(feed)).toBe(0);
  });

  test("are tried again after a failure", async () => {
    const { deferral, fail } = recording();
    const f1 = deferral.defer(model, { w: x(), style1: x() }, "f1", [1, 2]);
    fail(true);
    await expect(f1.force()).rejects.toThrow("no memory");
    fail(false);
    expect((await f1.force()).shape).toEqual([1, 2]);
  });
});
