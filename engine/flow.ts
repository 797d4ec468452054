/** Streams within a pass: how far each is moved, and which of its values goes on (SPEC R13, R14, R26). */
import type { Course, Held, Survey } from "./course.ts";
import { Stop } from "./failure.ts";
import type { NodeDefinition } from "./node.ts";
import type { Pass } from "./pass.ts";
import { closeStream, dropPassing, replacePassing } from "./passing.ts";
import type { Planned } from "./plan.ts";
import { Pins } from "./store.ts";
import { type Mover, ReduceStream, type Step, type Stream } from "./streams.ts";
import { isPermitted } from "./survey.ts";

/** The fold of a reduce node: the one that was left under this key, or a new one. */
export function foldStream({ course }: Pass, node: Planned, { key, params, samples }: Survey): Stream {
  const { streams, chunk } = course.workshop;
  const stream =
    streams.get(key) ?? new ReduceStream(node.definition as NodeDefinition, params, samples, chunk);
  streams.set(key, stream);
  return stream;
}

/** The stream's next value on the way, where such are wanted and its own inputs are final; else its last. */
export async function flow(
  pass: Pass,
  node: Planned,
  survey: Survey,
  stream: Stream,
  pins: Pins,
): Promise<Held> {
  const { course } = pass;
  if (rests(course, node, survey, stream)) return stay(pass, node, survey, stream, pins);
  permit(course, survey.key);
  const partial = wantsPartial(course, survey.key, stream);
  const stepping = course.pace === "step" && !course.stepped.has(stream);
  let step: Step = partial && stream.outputs && !stepping ? "emitted" : "working";
  while (step === "working" || (step === "emitted" && !partial))
    step = await move(pass, node, survey, stream, partial);
  if (step === "done") return finish(pass, node, survey, stream, pins);
  if (course.pace === "step") return stay(pass, node, survey, stream, pins);
  course.report.running(node.id, ...stream.reached);
  pass.live.set(survey.key, { stream, moveOn: () => moveOn(pass, node, survey, stream) });
  return onTheWay(pass, node, survey, stream, pins);
}

/** True for a stream that gives what it has and is not moved: in a mere look, or where it lacks permission (SPEC R11). */
function rests(course: Course, { definition }: Planned, { key, samples }: Survey, stream: Stream): boolean {
  return stream.outputs !== null && (course.still || !isPermitted(course, { definition, key }, samples));
}

/** A job that lets heavy nodes run lets their streams go on in later ones, but for a single step (SPEC R11, R26). */
function permit({ heavy, pace, workshop: { permits } }: Course, key: string): void {
  if (!heavy) return;
  if (pace === "step") permits.delete(key);
  else permits.add(key);
}

/** A step is of yield nodes: folds go to their end in it. */
function wantsPartial({ partial, pace, workshop }: Course, key: string, { paced }: Stream): boolean {
  return partial && !workshop.passing.has(key) && (paced || pace !== "step");
}

/** Between passes: on to the next value. */
async function moveOn(pass: Pass, node: Planned, survey: Survey, stream: Stream): Promise<void> {
  await pass.guard(node.id, async () => {
    let step: Step = "working";
    while (step === "working") step = await move(pass, node, survey, stream, true);
    if (step === "done") await finish(pass, node, survey, stream, pass.course.pins);
  });
}

/** What the stream has; it is not moved on after the pass. */
function stay(pass: Pass, node: Planned, survey: Survey, stream: Stream, pins: Pins): Held {
  pass.course.report.stopped(node.id, ...stream.reached);
  return onTheWay(pass, node, survey, stream, pins);
}

function onTheWay(pass: Pass, node: Planned, { key: base }: Survey, stream: Stream, pins: Pins): Held {
  const key = `${base}~${stream.emitted}`;
  const entry = pass.course.workshop.store.get(key, pins);
  if (!entry) throw new Error(`flow: ${key} was dropped`);
  pass.keys.set(node.id, key);
  return { key, entry };
}

async function finish(pass: Pass, node: Planned, { key }: Survey, stream: Stream, pins: Pins): Promise<Held> {
  const { workshop } = pass.course;
  workshop.streams.delete(key);
  workshop.permits.delete(key);
  try {
    return await pass.keep(node, key, { outputs: stream.outputs ?? {}, view: null, ms: stream.ms }, pins);
  } finally {
    forget(pass.course, dropPassing(workshop, stream));
  }
}

/** One step. A stream that throws, but for a stopped job, is not taken up again. */
async function move(
  pass: Pass,
  node: Planned,
  survey: Survey,
  stream: Stream,
  partial: boolean,
): Promise<Step> {
  const { workshop, turn, stepped } = pass.course;
  const working = new Pins(workshop.store);
  const start = performance.now();
  try {
    await turn();
    const step = await stream.step(moverOf(pass, node, survey, stream, partial, working));
    if (step === "emitted") {
      stepped.add(stream);
      putNewest(pass.course, survey.key, stream);
    }
    return step;
  } catch (error) {
    if (!(error instanceof Stop)) {
      closeStream(workshop, survey.key);
      pass.remember(survey.key, error);
    }
    throw error;
  } finally {
    pass.streaming += performance.now() - start;
    working.release();
  }
}

function moverOf(
  pass: Pass,
  node: Planned,
  survey: Survey,
  stream: Stream,
  partial: boolean,
  working: Pins,
): Mover {
  const { signal, pace, report } = pass.course;
  return {
    partial,
    inputs: (from, to) => pass.gather(node, survey, { from, to }, working),
    context: (range) => pass.context(node, survey, range),
    pace: () => (signal.aborted ? "step" : pace),
    progress(done, of) {
      stream.reached = [done, of];
      report.running(node.id, done, of);
    },
  };
}

/** The newest value first, then away with the one before: they may share tensors. */
function putNewest(course: Course, base: string, stream: Stream): void {
  const { workshop } = course;
  const key = `${base}~${stream.emitted}`;
  const held = new Pins(workshop.store);
  workshop.store.put(key, { outputs: stream.outputs ?? {}, view: null, ms: stream.ms }, held);
  forget(course, replacePassing(workshop, key, stream, held));
}

/** What was learnt of values that are gone. */
function forget({ faults, narrow }: Course, gone: ReadonlySet<string>): void {
  for (const key of gone) {
    faults.delete(key);
    narrow.delete(key);
  }
}
