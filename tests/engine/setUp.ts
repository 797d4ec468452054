/** An engine of toys, and what it did. */
import type { EngineEvent } from "../../engine/events.ts";
import type { GraphDocument } from "../../engine/graph.ts";
import type { Job } from "../../engine/job.ts";
import type { Catalogue } from "../../engine/node.ts";
import { createEngine, type EngineOptions } from "../../engine/run.ts";
import { fakeRuntime, noModels, toyCatalogue } from "./toys.ts";

export function setUp(options: Partial<EngineOptions> = {}, more: Catalogue = {}) {
  const diary = { calls: [] as string[] };
  const events: EngineEvent[] = [];
  const engine = createEngine({
    catalogue: { ...toyCatalogue(diary), ...more },
    models: noModels,
    runtime: fakeRuntime(),
    chunk: 4,
    longLook: Number.POSITIVE_INFINITY,
    emit: (event) => void events.push(event),
    ...options,
  });
  let id = 0;
  const job = (document: GraphDocument, observed: string[], extra: Partial<Job> = {}): Job => ({
    id: ++id,
    document,
    observed: observed.map((node) => ({ node: node.replace("?", ""), preview: node.endsWith("?") })),
    heavy: false,
    partial: false,
    ...extra,
  });
  /** Runs a job; a name with a question mark is looked at as a preview. */
  const run = (document: GraphDocument, observed: string[], extra: Partial<Job> = {}) =>
    engine.run(job(document, observed, extra));
  /** What was computed since the last call. */
  const calls = () => diary.calls.splice(0);
  const told = (node: string) =>
    events.flatMap((event) => (event.kind === "node" && event.node === node ? [event.state] : []));
  const previews = (node: string) =>
    events.flatMap((event) => (event.kind === "preview" && event.node === node ? [event.preview] : []));
  return { engine, run, job, calls, told, previews, events };
}
