import type { NodeState } from "../../engine/events.ts";
import { Fault } from "../../engine/fault.ts";
import type { GraphDocument, GraphNode } from "../../engine/graph.ts";
import type { JobResult } from "../../engine/job.ts";
import { createRuntime, type RunningRuntime } from "../../engine/onnx/runtime.ts";
import { follower, passing } from "../../engine/passage.ts";
import { Engine } from "../../engine/run.ts";
import type { Value } from "../../engine/values.ts";
import { own } from "../../engine/wire.ts";
import { catalogue } from "../index.ts";
import { parseAddress } from "./address.ts";
import { loadModels } from "./loadModels.ts";
import { openGraph } from "./openGraph.ts";
import type { RunOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import { readFeeds } from "./readFeeds.ts";
import { setParams } from "./setParams.ts";
import { UsageError } from "./usage.ts";
import { Results } from "./writeResults.ts";

/** What `run.json` holds. */
export interface Summary {
  readonly graph: string;
  readonly backend: string;
  /** Why the backend is not what was asked for. */
  readonly note: string | null;
  readonly state: "done" | "failed";
  /** Milliseconds of the whole run, files included. */
  readonly ms: number;
  readonly nodes: Readonly<Record<string, object>>;
  /** SHA-256 by file name. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Runs a graph file: computes every view and every dump and writes them. What failed is in the lines, the rest is
 * written all the same. Throws UsageError before anything runs.
 */
export async function runGraph(options: RunOptions): Promise<{ summary: Summary; failures: string[] }> {
  const start = performance.now();
  const document = setParams(await openGraph(options.file), options.set);
  const models = await loadModels(options.model);
  const dumps = options.dump.map((text) => parseAddress(document, text, "--dump", "outputs"));
  const feeds = await readFeeds(document, options.feed, models);
  const follow = follower(document, catalogue, fedNodes(feeds));
  const observed = observedNodes(
    document,
    dumps.map(({ node, name }) => follow([node.id, name])[0]),
  );
  if (observed.length === 0)
    throw new UsageError(`${options.file}: nothing to compute: add a view node, or name a port with --dump`);
  const runtime = await createRuntime({ backend: options.backend });
  const progress = await createProgress(options.quiet);
  try {
    const engine = new Engine({ catalogue, models, runtime, emit: progress.emit });
    const job = { id: 1, document, observed, feeds, heavy: true, partial: false };
    const result = await engine.run(job);
    const results = new Results(options.out, runtime, models);
    const unwritten = await write(document, result, results, options.dump, feeds, follow);
    const failures = [...failureLines(document, result), ...unwritten];
    const nodes = Object.fromEntries([
      ...document.nodes.filter(isBypassed).map(({ id, type }) => [id, { type, state: "bypassed" }] as const),
      ...[...result.states].map(([id, state]) => [id, told(document, id, state)] as const),
    ]);
    const summary = summaryOf(document, runtime, failures, nodes, results.hashes, performance.now() - start);
    await results.summary(summary);
    return { summary, failures };
  } finally {
    progress.stop();
    await runtime.close();
  }
}

const isBypassed = (node: GraphNode): boolean =>
  node.bypassed === true && passing(node, own(catalogue, node.type)) !== null;

const fedNodes = (feeds: ReadonlyMap<string, Value>): ReadonlySet<string> =>
  new Set([...feeds.keys()].map((address) => address.slice(0, address.lastIndexOf("."))));

/** View nodes in the document's order, then dumped ones. */
function observedNodes(document: GraphDocument, dumped: readonly string[]) {
  const views = document.nodes
    .filter((node) => {
      const definition = own(catalogue, node.type);
      return definition?.show && !passing(node, definition);
    })
    .map(({ id }) => id);
  return [...new Set([...views, ...dumped])].map((node) => ({ node, preview: false }));
}

/** Writes what was made. Outputs that only a dump asks for are computed now; gives a line for each that fails. */
async function write(
  document: GraphDocument,
  { made }: JobResult,
  results: Results,
  dumps: readonly string[],
  feeds: ReadonlyMap<string, Value>,
  follow: ReturnType<typeof follower>,
): Promise<string[]> {
  const failures: string[] = [];
  for (const [node, { view }] of made) if (view) await results.view(node, view);
  for (const address of new Set(dumps)) {
    const dot = address.lastIndexOf(".");
    const [node, port] = follow([address.slice(0, dot), address.slice(dot + 1)]);
    const value = feeds.get(address) ?? made.get(node)?.outputs[port];
    try {
      if (value) await results.value(address, value);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      failures.push(failureLine(document, node, { reason: error.message, port, cure: error.cure }));
    }
  }
  return failures;
}

/** A line for each failed node, then one for all that wait for it. */
function failureLines(document: GraphDocument, { states }: JobResult): string[] {
  return [...states].flatMap(([id, state]) => {
    if (state.state !== "failed") return [];
    const waiting = [...states].flatMap(([other, { state: is, ...rest }]) =>
      is === "blocked" && "on" in rest && rest.on === id ? [other] : [],
    );
    const verb = waiting.length === 1 ? "waits" : "wait";
    return [
      failureLine(document, id, state),
      ...(waiting.length > 0 ? [`${waiting.join(", ")} ${verb} for ${id}`] : []),
    ];
  });
}

function failureLine(
  document: GraphDocument,
  id: string,
  { reason, port, cure }: Pick<NodeState & { state: "failed" }, "reason" | "port" | "cure">,
): string {
  const where = port === null ? "" : `, ${port}`;
  return `${id} (${typeOf(document, id)}${where}): ${reason.replace(/\.$/, "")}.${cure === null ? "" : ` ${cure}`}`;
}

function typeOf(document: GraphDocument, id: string): string {
  return document.nodes.find((node) => node.id === id)?.type ?? "unknown";
}

/** One node's line in `run.json`. */
function told(document: GraphDocument, id: string, state: NodeState): object {
  const type = typeOf(document, id);
  if (state.state !== "done" && state.state !== "cached") return { type, ...state };
  return {
    type,
    state: state.state,
    cached: state.state === "cached",
    ms: round(state.ms),
    shape: state.shape,
  };
}

function summaryOf(
  document: GraphDocument,
  { status }: RunningRuntime,
  failures: readonly string[],
  nodes: Summary["nodes"],
  files: Summary["files"],
  ms: number,
): Summary {
  const state = failures.length > 0 ? "failed" : "done";
  return {
    graph: document.name,
    backend: status.backend,
    note: status.note,
    state,
    ms: round(ms),
    nodes,
    files,
  };
}

const round = (ms: number) => Math.round(ms * 1000) / 1000;
