/** The engine in its worker, run on every edit: what is in view, nearest the eye first; the newest edit wins. */

import { connectEngine } from "../engine/connect.ts";
import type { Backend, Pace } from "../engine/context.ts";
import type { GraphDocument, GraphNode } from "../engine/document.ts";
import type { EngineEvent } from "../engine/events.ts";
import type { Observed } from "../engine/job.ts";
import { passing } from "../engine/passage.ts";
import type { EngineClient, RunOptions } from "../engine/serve.ts";
import { app } from "./app.ts";
import { pace } from "./pace.ts";
import { createTurns } from "./turns.ts";
import { wiresOf } from "./wiresOf.ts";
import { words } from "./words.ts";

export interface Engine {
  readonly client: EngineClient;
  /**
   * Lets heavy nodes run, and computes every node, seen or not. A pace, but for "step", holds until another is chosen or
   * another graph is opened; what trains goes on at it through later edits. `restart` is a node that begins anew.
   */
  runAll(options?: { readonly pace?: Pace; readonly restart?: string }): void;
  /** Stops what runs; what trains stays where it is, and `runAll` goes on there. */
  cancel(): void;
  switchTo(backend: Backend | "auto"): Promise<void>;
  /** Something else came into view. */
  look(): void;
  /** Shows a node, and what it needs, as in another document; null shows the open one again, as every edit does. */
  peek(as: { readonly node: string; readonly document: GraphDocument } | null): void;
  /** True where what a node shows is what the open document gives. */
  isCurrent(node: string): boolean;
  close(): void;
}

const settles = 120;

/** Starts the worker; what is asked of it before it is up is done then. Without one the editor still edits, and says why nothing is computed. */
export function startEngine(): Engine {
  const makeWorker = () => new Worker(new URL("../nodes/worker.ts", import.meta.url), { type: "module" });
  const client = connectEngine(makeWorker, pace(hear));
  /** False while previews may be under way that a newer job would drop. */
  let settled = true;
  let shown: GraphDocument | null = null;
  let peeked: Parameters<Engine["peek"]>[0] = null;
  /** Run was pressed and has not come to its end: edits meanwhile compute what is out of view as well. */
  let going = false;
  /** Nodes that the job under way is done with. */
  const finished = new Set<string>();
  let seen = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hear(events: readonly EngineEvent[]): void {
    const { job } = app.runs.job.getState();
    for (const event of events)
      if (event.kind === "node" && event.job === job && /^(done|cached)$/.test(event.state.state))
        finished.add(event.node);
    app.runs.take(events);
    if (!events.some((event) => event.kind === "job" && event.job === job && event.state !== "started"))
      return;
    settled = true;
    going = false;
    turns.ended();
  }

  function run({ heavy = false, resend = !settled, ...options }: RunOptions = {}): void {
    const { pace } = app.runs.job.getState();
    const { document } = peeked ?? app;
    const aside = peeked ? behind(document, peeked.node) : new Set();
    going ||= heavy;
    const all = going ? everything(document) : inView(document);
    const observed = all.filter(({ node }) => !aside.has(node));
    shown = document;
    finished.clear();
    seen = observed.map(({ node }) => node).join("\n");
    app.runs.expect(client.run(document, observed, { heavy, resend, pace, ...options }));
    settled = false;
    turns.began();
  }
  const turns = createTurns(run);

  function openAnother(): void {
    going = false;
    app.runs.job.setState({ pace: "live" });
    run({ resend: true });
  }

  const unsubscribe = app.store.subscribe(({ id, document, past }, before) => {
    if (document === before.document) return;
    const another = id !== before.id;
    peeked = null;
    // Nodes of another graph may have the same ids: their pictures are none of its.
    app.runs.keep(new Set(another ? [] : document.nodes.filter(isComputed).map((node) => node.id)));
    if (another) openAnother();
    else if (shown === null || computesOtherwise(document, shown)) turns.edited(past.at(-1)?.group != null);
  });
  const engine: Engine = {
    client,
    runAll({ pace, ...options } = {}) {
      if (pace && pace !== "step") app.runs.job.setState({ pace });
      run({ heavy: true, ...(pace && { pace }), ...options });
    },
    cancel: () => client.cancel(),
    async switchTo(backend) {
      try {
        // biome-ignore lint/correctness/useHookAtTopLevel: the engine is no hook
        app.runs.job.setState({ status: await client.useBackend(backend) });
        run();
      } catch (error) {
        app.say(error instanceof Error ? error.message : String(error), "error");
      }
    },
    look() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const now = inView(app.document).map(({ node }) => node);
        const before = new Set(seen.split("\n"));
        if (now.some((node) => !before.has(node))) run();
      }, settles);
    },
    peek(as) {
      if (as === null && peeked === null) return;
      peeked = as;
      run();
    },
    isCurrent: (node) =>
      finished.has(node) && !peeked && shown !== null && !computesOtherwise(app.document, shown),
    close() {
      clearTimeout(timer);
      turns.stop();
      unsubscribe();
      client.close();
    },
  };
  if (app.surroundings.getState().ready) run();
  Promise.all([client.cards(), client.status()]).then(([cards, status]) => {
    app.surroundings.setState({ cards });
    app.runs.job.setState({ status });
  }, engineFailed);
  return engine;
}

/** Views first, then the rest, each from the middle of the window outwards; a node is seen while any of it is in view. */
function inView(document: GraphDocument): Observed[] {
  const { stage } = app;
  if (!stage) return document.nodes.map(({ id }) => ({ node: id, preview: true }));
  const view = stage.visible();
  const [cx, cy] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
  const found = document.nodes.flatMap((node) => {
    const { id, type } = node;
    if (!isComputed(node)) return [];
    const box = stage.boxOf(id);
    if (!box) return [{ id, near: 0, rank: 1 }];
    if (box.right < view.left || box.left > view.right || box.bottom < view.top || box.top > view.bottom)
      return [];
    const near = Math.hypot((box.left + box.right) / 2 - cx, (box.top + box.bottom) / 2 - cy);
    return [{ id, near, rank: app.catalogue[type]?.show ? 0 : 1 }];
  });
  found.sort((a, b) => a.rank - b.rank || a.near - b.near);
  return found.map(({ id }) => ({ node: id, preview: true }));
}

/** False for what hands on, or is there for people alone. */
function isComputed(node: GraphNode): boolean {
  const definition = app.catalogue[node.type];
  return definition?.drawn === undefined && !passing(node, definition);
}

/** What is in view, then the rest. */
function everything(document: GraphDocument): Observed[] {
  const near = inView(document);
  const seen = new Set(near.map(({ node }) => node));
  const rest = document.nodes.filter((node) => !seen.has(node.id) && isComputed(node));
  return [...near, ...rest.map(({ id }) => ({ node: id, preview: true }))];
}

/** The nodes that what a node gives goes into, however far. */
function behind({ wires }: GraphDocument, node: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [node];
  for (let id = pending.pop(); id !== undefined; id = pending.pop())
    for (const { to } of [...wiresOf(wires, id).leaving.values()].flat())
      if (!found.has(to[0])) {
        found.add(to[0]);
        pending.push(to[0]);
      }
  return found;
}

/** True where another result may follow: layout, names and frames never change one. */
function computesOtherwise(a: GraphDocument, b: GraphDocument): boolean {
  if (a.wires !== b.wires || a.nodes.length !== b.nodes.length) return true;
  if (a.nodes === b.nodes) return false;
  return a.nodes.some((node, index) => {
    const other = b.nodes[index];
    return (
      node.id !== other?.id ||
      node.type !== other.type ||
      (node.params !== other.params && app.catalogue[node.type]?.drawn === undefined) ||
      node.bypassed !== other.bypassed
    );
  });
}

/** Says in the status bar that there is no engine. */
export function engineFailed(error: unknown): void {
  app.engine = null;
  app.runs.job.setState({
    broken: words.engineFailed(error instanceof Error ? error.message : String(error)),
  });
}
