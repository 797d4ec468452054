import { describe, expect, it } from "vitest";
import type { Card } from "../../engine/card.ts";
import type { Backend } from "../../engine/context.ts";
import type { EngineEvent } from "../../engine/events.ts";
import { createHost } from "../../engine/host.ts";
import { createLibrary } from "../../engine/library.ts";
import type { RunningRuntime } from "../../engine/onnx/runtime.ts";
import { fakeRuntime, toyCatalogue, toyGraph } from "./toys.ts";

async function setUp() {
  const events: EngineEvent[] = [];
  const diary = { calls: [] as string[] };
  const opened: { backend: Backend; lose(): void; prepared: boolean; closed: boolean }[] = [];
  const openRuntime = async (backend: Backend | "auto"): Promise<RunningRuntime> => {
    const listeners: (() => void)[] = [];
    const used = backend === "auto" ? "wasm" : backend;
    const lose = () => listeners.map((lost) => lost());
    const each = { backend: used, lose, prepared: false, closed: false };
    opened.push(each);
    return {
      ...fakeRuntime(),
      backend: used,
      status: { backend: used, available: ["wasm", "webgpu"], threads: 1, note: null },
      prepare: () => {
        each.prepared = true;
      },
      onLost: (listener) => void listeners.push(listener),
      close: async () => {
        each.closed = true;
      },
    };
  };
  const models = createLibrary();
  const emit = (event: EngineEvent) => void events.push(event);
  const host = await createHost({ catalogue: toyCatalogue(diary), models, openRuntime, emit });
  const run = (id: number) =>
    host.run({
      id,
      document: toyGraph({ n: ["number", { value: 5 }] }),
      observed: [{ node: "n", preview: true }],
      heavy: false,
      partial: true,
    });
  const finished = () => events.filter((event) => event.kind === "job" && event.state === "finished").length;
  return { host, run, events, opened, finished, models };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("createHost", () => {
  it("tells backend and memory after each job", async () => {
    const { host, run, events } = await setUp();
    await run(1);
    expect(events.at(-1)).toEqual({ kind: "status", status: host.status() });
    expect(host.status()).toMatchObject({ backend: "wasm", threads: 1, budget: 2 ** 30 });
    expect(host.status().bytes).toBeGreaterThan(0);
  });

  it("[R20] runs again when the device in use was lost, and only then", async () => {
    const { host, run, opened, finished } = await setUp();
    await run(1);
    opened[0]?.lose();
    await soon();
    expect(finished()).toBe(2);
    await host.chooseBackend("webgpu");
    await soon();
    expect(finished()).toBe(3);
    opened[0]?.lose();
    await soon();
    expect(finished()).toBe(3);
    opened[1]?.lose();
    await soon();
    expect(finished()).toBe(4);
  });

  it("[R20] closes the backend that another one replaces", async () => {
    const { host, run, opened } = await setUp();
    await run(1);
    expect(await host.chooseBackend("webgpu")).toMatchObject({ backend: "webgpu" });
    expect(opened.map(({ backend, closed }) => [backend, closed])).toEqual([
      ["wasm", true],
      ["webgpu", false],
    ]);
  });

  it("[R32] brings a runtime up when a model's file is asked for, and from then on each that replaces it", async () => {
    const { host, run, opened, models } = await setUp();
    models.add({ id: "mine", kind: "generator", sha256: "abc" } as Card, async () => new Uint8Array());
    await run(1);
    expect(opened[0]?.prepared).toBe(false);
    await models.get("mine").catch(() => {});
    expect(opened[0]?.prepared).toBe(true);
    await host.chooseBackend("webgpu");
    expect(opened[1]?.prepared).toBe(true);
  });

  it("adds models to those that graphs may name", async () => {
    const { host } = await setUp();
    const card = { id: "mine", kind: "generator", sha256: "abc" } as Card;
    host.addModel(card, new Uint8Array());
    expect(host.cards()).toEqual([card]);
  });
});
