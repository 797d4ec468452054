import { afterEach, describe, expect, it } from "vitest";
import { connectEngine, type EngineWorker } from "../../engine/connect.ts";
import type { EngineEvent } from "../../engine/events.ts";
import { createHost } from "../../engine/host.ts";
import type { RunningRuntime } from "../../engine/onnx/runtime.ts";
import { type EngineClient, type MakeHost, serveEngine } from "../../engine/serve.ts";
import { fakeRuntime, noModels, toyCatalogue, toyGraph } from "./toys.ts";
import { heldCheckpoints, trained, trainer } from "./trainer.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** A worker that is no thread: the other end of a channel. */
function workerOf(makeHost: MakeHost): EngineWorker {
  const { port1, port2 } = new MessageChannel();
  serveEngine(port2 as never, makeHost);
  port2.start();
  return Object.assign(port1, {
    terminate() {
      port1.close();
      port2.close();
    },
  }) as unknown as EngineWorker;
}

/** A worker that takes messages and never answers. */
function stuckWorker(): EngineWorker {
  const { port1, port2 } = new MessageChannel();
  port2.start();
  return Object.assign(port1, { terminate: () => port1.close() }) as unknown as EngineWorker;
}

const openRuntime = async (): Promise<RunningRuntime> => ({
  ...fakeRuntime(),
  status: { backend: "wasm", available: ["wasm"], threads: 1, note: null },
  prepare: () => {},
  onLost: () => {},
  close: async () => {},
});

const toyHost: MakeHost = (emit) =>
  createHost({ catalogue: toyCatalogue(), models: noModels, openRuntime, emit });

function connected(makeWorkers: (() => EngineWorker)[], limit?: number) {
  const events: EngineEvent[] = [];
  const batches: number[] = [];
  let started = 0;
  const client = connectEngine(
    () => (makeWorkers[started++] ?? (() => workerOf(toyHost)))(),
    (batch) => {
      batches.push(batch.length);
      events.push(...batch);
    },
    limit === undefined ? {} : { limit },
  );
  open.push(client);
  return { client, events, batches, started: () => started };
}

async function until(what: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !what(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(what()).toBe(true);
}

const finished = (events: readonly EngineEvent[], job: number) => () =>
  events.some((event) => event.kind === "job" && event.job === job && event.state !== "started");

const sums = (count = 3) => toyGraph({ s: ["source", { count }], t: ["total"] }, ["s.z -> t.a"]);
const observed = [{ node: "t", preview: true }];

describe("serveEngine and connectEngine", () => {
  it("runs a document in the worker and tells what becomes of each node", async () => {
    const { client, events } = connected([]);
    const job = client.run(sums(), observed);
    await until(finished(events, job));
    expect(events).toContainEqual({ kind: "preview", job, node: "t", preview: { kind: "number", value: 0 } });
    const last = events.findLast((event) => event.kind === "node" && event.node === "t");
    expect(last).toMatchObject({ state: { state: "done" } });
  });

  it("transfers pictures instead of copying them", async () => {
    const { client, events } = connected([]);
    const job = client.run(sums(), [{ node: "s", preview: true }]);
    await until(finished(events, job));
    expect(events.find(({ kind }) => kind === "preview")).toMatchObject({
      preview: { kind: "bars", rows: 3, columns: 2, levels: expect.any(Uint8ClampedArray) },
    });
  });

  it("brings errors without stack traces, with port and cure", async () => {
    const { client, events } = connected([]);
    const job = client.run(toyGraph({ t: ["total"] }), observed);
    await until(finished(events, job));
    const wait = client.inspect("t", "value", { sample: 0 });
    await expect(wait).rejects.toMatchObject({
      message: "a is not wired",
      port: "a",
      cure: "Wire latent into a.",
    });
    const stack = await wait.catch((error: Error) => error.stack ?? "");
    expect(stack).not.toContain("engine/pass.ts");
    const broken = connected([() => workerOf(() => Promise.reject(new Error("no wasm\n    at x.js:1")))]);
    await expect(broken.client.status()).rejects.toMatchObject({ message: "no wasm" });
  });

  it("never floods the page: a large number of events comes in few batches", async () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`n${i}`, ["number", { value: i }] as const]),
    );
    const { client, events, batches } = connected([]);
    const all = Object.keys(nodes).map((node) => ({ node, preview: true }));
    const job = client.run(toyGraph(nodes), all);
    await until(finished(events, job));
    expect(new Set(events.flatMap((event) => (event.kind === "preview" ? [event.node] : []))).size).toBe(300);
    expect(batches.length).toBeLessThan(40);
  });

  it("[R16] says nothing of a job that a newer one superseded", async () => {
    const { client, events } = connected([]);
    const old = client.run(sums(100_000), observed);
    const job = client.run(sums(2), observed);
    await until(finished(events, job));
    expect(events.some((event) => "job" in event && event.job === old)).toBe(false);
  });

  it("[R16] cancels the running job", async () => {
    const { client, events } = connected([]);
    const job = client.run(sums(1_000_000), observed);
    await until(() => events.some((event) => event.kind === "node" && event.state.state === "running"));
    client.cancel();
    await until(finished(events, job));
    expect(events).toContainEqual(expect.objectContaining({ kind: "job", state: "cancelled" }));
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: "node",
        node: "t",
        state: expect.objectContaining({ state: "stopped" }),
      }),
    );
  });

  it("[R23] replaces a stuck worker and runs the job again", async () => {
    const { client, events, started } = connected([stuckWorker], 120);
    const job = client.run(sums(), observed);
    await until(finished(events, job));
    expect(started()).toBe(2);
    expect(events).toContainEqual(expect.objectContaining({ kind: "preview", node: "t" }));
  });

  it("[R23] fails the job with a reason when it is stuck twice", async () => {
    const { client, events, started } = connected([stuckWorker, stuckWorker], 80);
    const job = client.run(sums(), observed);
    await until(finished(events, job));
    expect(started()).toBe(3);
    expect(events).toContainEqual({
      kind: "node",
      job,
      node: "t",
      state: {
        state: "failed",
        reason: "the engine was stuck here twice",
        port: null,
        cure: "Lower the count, or choose another backend.",
      },
    });
    const again = client.run(sums(), observed);
    await until(finished(events, again));
    expect(events.at(-1)).toBeDefined();
    expect(events).toContainEqual(expect.objectContaining({ kind: "job", job: again, state: "finished" }));
  });

  it("[R23] replaces a worker that lives but does not act upon a cancel or a newer job", async () => {
    const never = () => new Promise<never>(() => {});
    const deaf: MakeHost = async (emit, setup) => ({ ...(await toyHost(emit, setup)), run: never });
    const { client, events, started } = connected([() => workerOf(deaf), () => workerOf(deaf)], 150);
    client.run(sums(), observed);
    client.cancel();
    await until(() => events.some(({ kind }) => kind === "job"));
    expect(started()).toBe(2);
    const job = client.run(sums(), observed);
    await until(finished(events, job));
    expect(started()).toBe(3);
    expect(events).toContainEqual(expect.objectContaining({ kind: "job", job, state: "finished" }));
  });

  it("[R23] goes on with a training from its checkpoint when the worker dies, an edit later too", async () => {
    const checkpoints = heldCheckpoints();
    const toys = [trainer(), trainer()];
    let made = 0;
    const trains: MakeHost = (emit) => {
      const catalogue = { ...toyCatalogue(), ...toys[made++]?.node };
      return createHost({ catalogue, models: noModels, openRuntime, checkpoints, emit });
    };
    let dies: EngineWorker | null = null;
    const mortal = () => {
      dies = workerOf(trains);
      return dies;
    };
    const [first, second] = toys;
    const { client, events, started } = connected([mortal, () => workerOf(trains)], 150);
    const document = toyGraph({ t: ["train", { steps: 30 }] });
    const seen = [{ node: "t", preview: true }];
    const later = toyGraph({ t: ["train", { steps: 30 }], n: ["number"] });
    if (first)
      first.during = (step) => {
        if (step === 5) client.run(later, seen, { pace: "live" });
        if (step === 8) dies?.terminate();
        return new Promise((resolve) => setTimeout(resolve, step === 8 ? 1e6 : 5));
      };
    client.run(document, seen, { heavy: true, pace: "live", restart: "t" });
    await until(() => events.some((event) => event.kind === "job" && event.state === "finished"));
    expect(started()).toBe(2);
    expect(checkpoints.calls.filter((call) => call === "load")).toHaveLength(2);
    expect(second?.steps[0]?.step).toBeGreaterThan(5);
    expect(events.findLast(({ kind }) => kind === "preview")).toMatchObject({
      preview: { value: trained(1, 30) },
    });
  });

  it.each([true, false])(
    "[R28] begins anew in another worker only what has not begun in the one before (%s)",
    async (begun) => {
      const seen: (string | undefined)[] = [];
      const hangs: MakeHost = async (emit, setup) => ({
        ...(await toyHost(emit, setup)),
        run(job) {
          seen.push(job.restart);
          if (begun) emit({ kind: "job", job: job.id, state: "started", ms: 0 });
          return new Promise<never>(() => {});
        },
      });
      const first = workerOf(hangs);
      const { client, events } = connected([() => first, () => workerOf(hangs)], 150);
      client.run(sums(), observed, { restart: "t" });
      if (begun) await until(() => events.length > 0);
      if (begun) first.terminate();
      await until(() => seen.length === 2);
      expect(seen).toEqual(["t", begun ? undefined : "t"]);
    },
  );

  it("[R23] leaves a silent but idle worker alone", async () => {
    const { client, started } = connected([], 60);
    await client.status();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(started()).toBe(1);
  });

  it("tells the backend and runs again after a switch", async () => {
    const { client, events } = connected([]);
    const job = client.run(sums(), observed);
    await until(finished(events, job));
    events.length = 0;
    const status: Awaited<ReturnType<EngineClient["status"]>> = await client.useBackend("wasm");
    expect(status).toMatchObject({ backend: "wasm", threads: 1 });
    await until(() => events.some((event) => event.kind === "preview" && event.job === job));
  });
});
