import type { Course, Held } from "./course.ts";
import { Failure, Stop } from "./failure.ts";
import type { Job, Made, Observed } from "./job.ts";
import { firstSample, makePreview } from "./makePreview.ts";
import { Pass } from "./pass.ts";
import { pause } from "./pause.ts";
import type { Preview } from "./preview.ts";
import { Pins } from "./store.ts";
import { waitsForRun } from "./survey.ts";
import { tensorOf, type Value } from "./values.ts";

/** Milliseconds between one value on the way and the next at the slow pace: time to read (SPEC R26). */
const slowly = 700;

/** Streams have so many times the time that it takes to look at their values, and so many milliseconds at most. */
const share = 4;
const longestMove = 2000;

/** What is remembered from one job to the next. */
export interface Memory {
  /** The key of the preview that was last sent of each node. */
  readonly shown: Map<string, string>;
  /** Effective keys of the nodes that the last pass reached. */
  keys: ReadonlyMap<string, string>;
  /** What the last job made whole. */
  readonly kept: Pins;
}

/**
 * Evaluates what is observed, pass after pass as long as streams give values on the way (SPEC R8, R14). "unseen": cancelled
 * after the first pass, when streams may have given a value that has not been shown.
 */
export async function evaluate(
  course: Course,
  job: Job,
  memory: Memory,
  made: Map<string, Made>,
): Promise<"finished" | "cancelled" | "unseen"> {
  const { report } = course;
  let shown = false;
  forgetShown(memory, job);
  report.queued(queue(course, job.observed));
  let pass = new Pass(course);
  try {
    for (;;) {
      const looked = performance.now();
      await observeAll(pass, job, memory, made);
      const live = [...pass.live.values()];
      if (live.length === 0) break;
      const looking = performance.now() - looked - pass.streaming;
      shown = true;
      if (course.pace === "slow" && live.some(({ stream }) => stream.paced))
        await pause(slowly, course.signal);
      await moveAll(pass, looking);
      pass = new Pass(course);
    }
    report.enough();
    report.stop(false);
    return "finished";
  } catch (error) {
    if (error instanceof Stop) return shown ? "unseen" : "cancelled";
    throw error;
  } finally {
    course.pins.release();
  }
}

/** Moves every stream on once; where it took long to look at the last values, until they had their share of time (SPEC R14). */
async function moveAll({ live, course }: Pass, looking: number): Promise<void> {
  const until = performance.now() + Math.min(share * looking, longestMove);
  const swift = course.pace === "live" || course.pace === "fast";
  const going = () => [...live].every(([key, { stream }]) => course.workshop.streams.get(key) === stream);
  do for (const { moveOn } of live.values()) await moveOn().catch(onlyFailure);
  while (swift && looking > course.workshop.longLook && performance.now() < until && going());
}

/** One pass more, for what streams gave last (SPEC R16); may be cancelled as well. */
export async function lastLook(
  course: Course,
  job: Job,
  memory: Memory,
  made: Map<string, Made>,
): Promise<void> {
  try {
    await observeAll(new Pass(course), job, memory, made);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  } finally {
    course.pins.release();
  }
}

async function observeAll(
  pass: Pass,
  { observed }: Job,
  memory: Memory,
  made: Map<string, Made>,
): Promise<void> {
  memory.keys = pass.keys;
  for (const each of observed) await observe(pass, each, memory, made);
}

/** Observed nodes, and what they need as far as the store lacks it. */
function queue(course: Course, observed: readonly Observed[]): string[] {
  const { plan, workshop } = course;
  const queued = new Set<string>();
  const pending = observed.map(({ node }) => node);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (queued.has(id) || !plan.has(id)) continue;
    const node = plan.node(id);
    queued.add(id);
    if (node.fed || node.fault || workshop.store.has(node.key) || waitsForRun(course, node)) continue;
    for (const [source] of [...node.inputs.values(), ...node.wiredParams.values()]) pending.push(source);
  }
  return plan.order.map(({ id }) => id).filter((id) => queued.has(id));
}

async function observe(
  pass: Pass,
  { node, preview }: Observed,
  memory: Memory,
  made: Map<string, Made>,
): Promise<void> {
  if (!pass.course.plan.has(node)) return;
  const pins = new Pins(pass.course.workshop.store);
  try {
    if (preview) return await show(pass, node, memory, pins);
    const { key, entry } = await pass.whole(node, pins);
    made.set(node, { outputs: entry.outputs, view: entry.view });
    if (!pass.course.workshop.passing.has(key)) memory.kept.add(key);
  } catch (error) {
    made.delete(node);
    onlyFailure(error);
  } finally {
    pins.release();
  }
}

/** Sends the preview of a node, computed only as far as it is seen, unless it was sent before (SPEC R8, R10). */
async function show(pass: Pass, node: string, { shown }: Memory, pins: Pins): Promise<void> {
  const { workshop, report } = pass.course;
  const { chunk, runtime } = workshop;
  const samples = (pass.divisible(node) && (await pass.ahead(node, pins))?.samples) || 1;
  const seen = paintedOutput(pass, node) === null ? chunk : 1;
  const part = samples > seen;
  const held = part ? await pass.range(node, { from: 0, to: seen }, pins) : await pass.whole(node, pins);
  const [key = ""] = held.key.split("#");
  if (shown.get(node) === key) return;
  const preview = await pass.guard(node, async () => {
    const under = await picturedInput(pass, node, pins);
    if (under) return firstSample(under, runtime);
    return (
      paintedPreview(pass, node, held, samples) ?? makePreview(held.entry, runtime, part ? samples : null)
    );
  });
  shown.set(node, key);
  if (preview) report.emit({ kind: "preview", job: report.job, node, preview });
}

/** What enters the input that the node shows in place of its output; null where it has none, or none is wired. */
async function picturedInput(pass: Pass, id: string, pins: Pins): Promise<Value | null> {
  const node = pass.planned(id);
  const wire = node.inputs.get(node.definition?.picture ?? "");
  if (!wire || node.fed) return null;
  const { entry } = await pass.whole(wire[0], pins);
  return entry.outputs[wire[1]] ?? null;
}

/** The output that a person paints on; null where the node declares none. */
function paintedOutput(pass: Pass, id: string): string | null {
  const { definition } = pass.planned(id);
  const { picture = "", outputs = {} } = definition ?? {};
  return Object.hasOwn(outputs, picture) ? picture : null;
}

/** The first sample of the output that is painted on, with the cells of the features that it was made from. */
function paintedPreview(
  pass: Pass,
  id: string,
  { entry: { outputs } }: Held,
  samples: number,
): Promise<Preview> | null {
  const picture = outputs[paintedOutput(pass, id) ?? ""];
  if (!picture) return null;
  const features = Object.values(outputs).find(({ type }) => type === "features");
  const [, , rows = 0, columns = 0] = (features && tensorOf(features)?.shape) ?? [];
  return firstSample(picture, pass.course.workshop.runtime).then((preview) => {
    if (preview.kind !== "pixels") return preview;
    return { ...preview, total: samples, ...(rows > 0 && { grid: { rows, columns } }) };
  });
}

function forgetShown({ shown }: Memory, { observed, resend }: Job): void {
  const seen = new Set(observed.filter(({ preview }) => preview).map(({ node }) => node));
  for (const node of [...shown.keys()]) if (resend || !seen.has(node)) shown.delete(node);
}

function onlyFailure(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}
