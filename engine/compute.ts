/** Calls what a node declares: map for chunks, compute and show for whole values (SPEC R12). */
import type { Context } from "./context.ts";
import type { Held, Range, Survey } from "./course.ts";
import { isOutOfMemory } from "./failure.ts";
import { Fault } from "./fault.ts";
import { flow, foldStream } from "./flow.ts";
import { Join } from "./join.ts";
import type { Outputs, ParamValues, Values } from "./node.ts";
import type { Pass } from "./pass.ts";
import type { Planned } from "./plan.ts";
import { type Entry, Pins } from "./store.ts";
import { YieldStream } from "./streams.ts";
import { isBatched } from "./values.ts";

/** Computes the whole value of a node that the store lacks. */
export function computeNode(pass: Pass, node: Planned, survey: Survey, pins: Pins): Promise<Held> {
  const { chunk } = pass.course.workshop;
  if (node.definition?.reduce) return flow(pass, node, survey, foldStream(pass, node, survey), pins);
  if (!node.definition?.map) return computeWhole(pass, node, survey, pins);
  if (survey.samples > chunk) return joinChunks(pass, node, survey, pins);
  return mapRange(pass, node, survey, { from: 0, to: survey.samples }, pins);
}

/**
 * Some samples of a map node, under the key of the whole where they are all, else under one of their own. One call, or
 * several for fewer samples where memory does not suffice for one.
 */
export async function mapRange(
  pass: Pass,
  node: Planned,
  survey: Survey,
  range: Range,
  pins: Pins,
): Promise<Held> {
  const { faults, narrow } = pass.course;
  const known = faults.get(survey.key);
  if (known) throw known;
  const size = range.to - range.from;
  try {
    if (size > (narrow.get(survey.key) ?? size)) return await mapHalves(pass, node, survey, range, pins);
    return await callMap(pass, node, survey, range, pins);
  } catch (error) {
    if (size > 1 && isOutOfMemory(error)) {
      narrow.set(survey.key, Math.ceil(size / 2));
      return mapHalves(pass, node, survey, range, pins);
    }
    pass.remember(survey.key, error);
    throw error;
  }
}

function rangeKey({ key, samples }: Survey, { from, to }: Range): string {
  return to - from === samples ? key : `${key}#${from}-${to}`;
}

async function callMap(pass: Pass, node: Planned, survey: Survey, range: Range, pins: Pins): Promise<Held> {
  const { workshop, report } = pass.course;
  const { from, to } = range;
  const working = new Pins(workshop.store);
  try {
    const inputs = await pass.gather(node, survey, range, working);
    report.running(node.id, from, survey.samples);
    const start = performance.now();
    const outputs =
      (await node.definition?.map?.(inputs, survey.params, pass.context(node, survey, range))) ?? {};
    checkSamples(outputs, to - from);
    const made = { outputs, view: null, ms: performance.now() - start };
    return await pass.keep(node, rangeKey(survey, range), made, pins, [from, to, survey.samples]);
  } finally {
    working.release();
  }
}

/** The same in two parts, joined in host memory. */
async function mapHalves(pass: Pass, node: Planned, survey: Survey, range: Range, pins: Pins): Promise<Held> {
  const { from, to } = range;
  const middle = from + Math.ceil((to - from) / 2);
  const parts = [
    { from, to: middle },
    { from: middle, to },
  ];
  const outputs = await joinRanges(pass, node, survey, range, parts);
  const made = { outputs, view: null, ms: pass.course.report.worked(node.id) };
  return pass.keep(node, rangeKey(survey, range), made, pins, [from, to, survey.samples]);
}

/** What is asked of the node, put together in host memory from parts of a range. */
async function joinRanges(
  pass: Pass,
  node: Planned,
  survey: Survey,
  { from, to }: Range,
  parts: Iterable<Range>,
): Promise<Outputs> {
  const { store, memory, runtime } = pass.course.workshop;
  const join = new Join(from, to - from, memory, runtime);
  pass.joining.add(survey.key);
  for (const part of parts) {
    const working = new Pins(store);
    try {
      const { outputs } = (await pass.range(node.id, part, working)).entry;
      await join.add(asked(pass, node, outputs), part.from);
    } finally {
      working.release();
    }
  }
  return join.outputs();
}

/** Other outputs are left out of a joined batch; it is made again when somebody asks for them. */
function asked(pass: Pass, node: Planned, outputs: Outputs): Outputs {
  return Object.fromEntries(Object.entries(outputs).filter(([port]) => pass.asks(node, port)));
}

/** The outputs of a map node must have the samples that it was asked for. */
function checkSamples(outputs: Outputs, samples: number): void {
  for (const [port, value] of Object.entries(outputs))
    if (isBatched(value) && value.tensor.shape[0] !== samples)
      throw new Fault(`${port} has ${value.tensor.shape[0]} samples where ${samples} were asked for`);
}

/** The whole of a long batch in host memory. */
async function joinChunks(pass: Pass, node: Planned, survey: Survey, pins: Pins): Promise<Held> {
  const { workshop, report } = pass.course;
  const { samples, key } = survey;
  const outputs = await joinRanges(
    pass,
    node,
    survey,
    { from: 0, to: samples },
    chunks(samples, workshop.chunk),
  );
  const held = await pass.keep(node, key, { outputs, view: null, ms: report.worked(node.id) }, pins);
  for (const range of chunks(samples, workshop.chunk)) workshop.store.delete(rangeKey(survey, range));
  return held;
}

function* chunks(samples: number, size: number): Generator<Range> {
  for (let from = 0; from < samples; from += size) yield { from, to: Math.min(samples, from + size) };
}

/** A node that takes its inputs whole: a value, a view, or the start of a stream. */
async function computeWhole(pass: Pass, node: Planned, survey: Survey, pins: Pins): Promise<Held> {
  const { workshop, report } = pass.course;
  const open = workshop.streams.get(survey.key);
  if (open) return flow(pass, node, survey, open, pins);
  const working = new Pins(workshop.store);
  let stream: YieldStream | null = null;
  try {
    const range = { from: 0, to: survey.samples };
    const inputs = await pass.gather(node, survey, range, working);
    report.running(node.id, 0, 1);
    const start = performance.now();
    const made = await call(node, inputs, survey.params, pass.context(node, survey, range), working);
    if (!(made instanceof YieldStream))
      return await pass.keep(node, survey.key, { ...made, ms: performance.now() - start }, pins);
    stream = made;
  } finally {
    if (!stream) working.release();
  }
  workshop.streams.set(survey.key, stream);
  return flow(pass, node, survey, stream, pins);
}

/**
 * A generator outlives the job: its signal is its own, its progress goes to whichever job moves it on, whose pace it follows,
 * and `working` keeps its inputs. All others stop with the job.
 */
async function call(
  { definition }: Planned,
  inputs: Values,
  params: ParamValues,
  context: Context,
  working: Pins,
): Promise<Omit<Entry, "ms"> | YieldStream> {
  const view = async () => (await definition?.show?.(inputs, params, context)) ?? null;
  if (!definition?.compute) return { outputs: {}, view: await view() };
  let stream: YieldStream | null = null;
  const abort = new AbortController();
  const stop = () => abort.abort();
  context.signal.addEventListener("abort", stop);
  try {
    const made = definition.compute(inputs, params, {
      ...context,
      signal: abort.signal,
      progress: (done, of) => (stream?.mover ?? context).progress(done, of),
      pace: () => (stream?.mover ?? context).pace(),
    });
    if (!isGenerator(made)) return { outputs: (await made) ?? {}, view: await view() };
    stream = new YieldStream(made, abort, working);
    return stream;
  } finally {
    context.signal.removeEventListener("abort", stop);
  }
}

function isGenerator(made: unknown): made is AsyncGenerator<Outputs, Outputs> {
  return typeof made === "object" && made !== null && Symbol.asyncIterator in made;
}
