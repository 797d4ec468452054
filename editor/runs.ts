/** What each node last said of itself, as it is shown: states, times and the last picture. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Pace } from "../engine/context.ts";
import type { EngineEvent, EngineStatus, NodeState } from "../engine/events.ts";
import type { Preview } from "../engine/preview.ts";
import { createKeyed, type Keyed } from "./keyed.ts";
import { samePreview } from "./samePreview.ts";

export interface NodeRun {
  /** The state on show. "running" comes on show after 150 ms; null: never run. */
  readonly state: NodeState | null;
  readonly preview: Preview | null;
  /** When the state on show began, as performance.now(). */
  readonly since: number;
}

export interface JobState {
  readonly job: number;
  readonly running: boolean;
  readonly cancelled: boolean;
  readonly ms: number;
  /** Nodes that the job is done with, in parts of nodes, of how many. */
  readonly done: number;
  readonly of: number;
  /** The pace of what trains, until another is chosen; a step changes nothing in it. */
  readonly pace: Exclude<Pace, "step">;
  /** Download of a model under way. */
  readonly loading: { readonly model: string; readonly bytes: number; readonly of: number } | null;
  readonly status: EngineStatus | null;
  /** Why there is no engine, as one sentence. */
  readonly broken: string | null;
}

export interface Runs {
  readonly nodes: Keyed<NodeRun>;
  readonly job: StoreApi<JobState>;
  /** Takes events of the newest job; older ones are dropped. */
  take(events: readonly EngineEvent[]): void;
  /** The job whose events count from now on. */
  expect(job: number): void;
  /** Shows again what nodes showed when their graph was last on show. */
  restore(runs: readonly (readonly [string, NodeRun])[]): void;
  /** Forgets nodes that are gone. */
  keep(ids: ReadonlySet<string>): void;
}

const idle: JobState = {
  job: 0,
  running: false,
  cancelled: false,
  ms: 0,
  done: 0,
  of: 0,
  pace: "live",
  loading: null,
  status: null,
  broken: null,
};
const never: NodeRun = { state: null, preview: null, since: 0 };
const delay = 150;

/** How much of a node a job is done with. */
function shareOf(state: NodeState): number {
  if (state.state === "queued") return 0;
  if (state.state === "running") return state.of > 1 ? Math.min(1, state.done / state.of) : 0;
  return 1;
}

export function createRuns(now: () => number = () => performance.now()): Runs {
  const nodes = createKeyed<NodeRun>();
  const job = createStore<JobState>(() => idle);
  const pending = new Map<string, ReturnType<typeof setTimeout>>();
  const latest = new Map<string, NodeState>();
  const shares = new Map<string, number>();

  function show(node: string, state: NodeState): void {
    const before = nodes.get(node) ?? never;
    const same = before.state?.state === state.state;
    nodes.set(node, { ...before, state, since: same ? before.since : now() });
  }

  function hold(node: string): void {
    if (pending.has(node)) return;
    const timer = setTimeout(() => {
      pending.delete(node);
      const state = latest.get(node);
      if (state?.state === "running") show(node, state);
    }, delay);
    pending.set(node, timer);
  }

  function nodeEvent(node: string, state: NodeState): void {
    latest.set(node, state);
    shares.set(node, shareOf(state));
    if (state.state === "queued") return;
    const shown = nodes.get(node)?.state?.state;
    if (state.state === "running" && shown !== "running") {
      hold(node);
      return;
    }
    clearTimeout(pending.get(node));
    pending.delete(node);
    show(node, state);
  }

  function previewEvent(node: string, preview: Preview): void {
    const before = nodes.get(node) ?? never;
    if (!samePreview(before.preview, preview)) nodes.set(node, { ...before, preview });
  }

  function jobEvent(event: EngineEvent & { kind: "job" }): void {
    const running = event.state === "started";
    const cancelled = event.state === "cancelled";
    if (running) shares.clear();
    job.setState({ running, cancelled, ...(running ? {} : { ms: event.ms, loading: null }) });
  }

  function takeOne(event: EngineEvent): void {
    if ("job" in event && event.job < job.getState().job) return;
    if (event.kind === "node") nodeEvent(event.node, event.state);
    else if (event.kind === "preview") previewEvent(event.node, event.preview);
    else if (event.kind === "job") jobEvent(event);
    else if (event.kind === "status") job.setState({ status: event.status, broken: null });
    else job.setState({ loading: event.bytes < event.of ? event : null });
  }

  return {
    nodes,
    job,
    take(events) {
      events.forEach(takeOne);
      if (!job.getState().running) return;
      const done = [...shares.values()].reduce((sum, share) => sum + share, 0);
      job.setState({ done, of: shares.size });
    },
    expect: (id) => job.setState({ job: id }),
    restore(runs) {
      for (const [node, run] of runs) nodes.set(node, run);
    },
    keep(ids) {
      for (const id of [...nodes.keys()]) {
        if (ids.has(id)) continue;
        clearTimeout(pending.get(id));
        pending.delete(id);
        latest.delete(id);
        nodes.delete(id);
      }
    },
  };
}
