import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRuns } from "../../editor/runs.ts";
import type { EngineEvent, NodeState } from "../../engine/events.ts";

const of = (job: number, state: NodeState): EngineEvent => ({ kind: "node", job, node: "n", state });
const done: NodeState = { state: "done", ms: 3, shape: [1, 2], bytes: 8 };

describe("what a node shows of its run", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps the last state on show while a short run lasts", () => {
    const runs = createRuns(() => 0);
    runs.take([of(1, done), of(1, { state: "queued" }), of(1, { state: "running", done: 0, of: 4 })]);
    vi.advanceTimersByTime(149);
    expect(runs.nodes.get("n")?.state).toEqual(done);
    runs.take([of(1, { ...done, ms: 4 })]);
    vi.advanceTimersByTime(500);
    expect(runs.nodes.get("n")?.state).toEqual({ ...done, ms: 4 });
  });

  it("shows a run that lasts 150 ms, at its latest progress", () => {
    const runs = createRuns(() => 0);
    runs.take([of(1, { state: "running", done: 0, of: 4 })]);
    runs.take([of(1, { state: "running", done: 2, of: 4 })]);
    vi.advanceTimersByTime(150);
    expect(runs.nodes.get("n")?.state).toEqual({ state: "running", done: 2, of: 4 });
  });

  it("adds up how far the job is, in nodes and parts of nodes", () => {
    const runs = createRuns(() => 0);
    const start: EngineEvent = { kind: "job", job: 1, state: "started", ms: 0 };
    const other = (state: NodeState): EngineEvent => ({ kind: "node", job: 1, node: "m", state });
    runs.take([start, of(1, { state: "queued" }), other({ state: "queued" })]);
    expect(runs.job.getState()).toMatchObject({ done: 0, of: 2 });
    runs.take([of(1, done), other({ state: "running", done: 1, of: 4 })]);
    expect(runs.job.getState()).toMatchObject({ done: 1.25, of: 2 });
    runs.take([
      { ...start, job: 2 },
      { ...start, job: 2, state: "finished" },
    ]);
    runs.take([{ ...start, job: 3 }]);
    expect(runs.job.getState()).toMatchObject({ done: 0, of: 0 });
  });

  it("drops what comes from an older job", () => {
    const runs = createRuns(() => 0);
    runs.expect(2);
    runs.take([of(1, done)]);
    expect(runs.nodes.get("n")).toBeUndefined();
  });

  it("keeps the last picture until the next is there", () => {
    const runs = createRuns(() => 0);
    const preview = { kind: "number", value: 4 } as const;
    runs.take([
      { kind: "preview", job: 1, node: "n", preview },
      of(1, { state: "failed", reason: "x", port: null, cure: null }),
    ]);
    expect(runs.nodes.get("n")?.preview).toBe(preview);
  });

  it("forgets nodes that are gone, also those that were about to be shown", () => {
    const runs = createRuns(() => 0);
    runs.take([of(1, { state: "running", done: 0, of: 4 })]);
    runs.take([of(1, done)]);
    runs.keep(new Set());
    vi.advanceTimersByTime(500);
    expect([...runs.nodes.keys()]).toEqual([]);
  });

  it("wakes only those who look at the node that changed", () => {
    const runs = createRuns(() => 0);
    const [mine, other] = [vi.fn(), vi.fn()];
    runs.nodes.subscribe("n", mine);
    runs.nodes.subscribe("m", other);
    runs.take([of(1, done)]);
    expect(mine).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });
});
