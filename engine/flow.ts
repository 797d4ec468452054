/** Streams within a pass: how far each is moved, and which of its values goes on (SPEC R13, R14). */
import type { Held, Survey } from "./course.ts";
import { Stop } from "./failure.ts";
import type { NodeDefinition } from "./node.ts";
import type { Pass } from "./pass.ts";
import type { Planned } from "./plan.ts";
import { Pins } from "./store.ts";
import { type Mover, ReduceStream, type Step, type Stream } from "./streams.ts";

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
  const partial = pass.course.partial && !pass.transient.has(survey.key);
  let step: Step = partial && stream.outputs ? "emitted" : "working";
  while (step === "working" || (step === "emitted" && !partial))
    step = await move(pass, node, survey, stream, partial);
  if (step === "done") return finish(pass, node, survey, stream, pins);
  pass.live.set(node.id, () => moveOn(pass, node, survey, stream));
  return onTheWay(pass, node, survey, stream, pins);
}

/** Between passes: on to the next value. */
async function moveOn(pass: Pass, node: Planned, survey: Survey, stream: Stream): Promise<void> {
  await pass.guard(node.id, async () => {
    let step: Step = "working";
    while (step === "working") step = await move(pass, node, survey, stream, true);
    if (step === "done") await finish(pass, node, survey, stream, pass.course.pins);
  });
}

function onTheWay(pass: Pass, node: Planned, survey: Survey, stream: Stream, pins: Pins): Held {
  const key = `${survey.key}~${stream.emitted}`;
  const entry = { outputs: stream.outputs ?? {}, view: null, ms: stream.ms };
  pass.transient.add(key);
  pass.keys.set(node.id, key);
  pass.course.workshop.store.put(key, entry, pins);
  return { key, entry };
}

function finish(pass: Pass, node: Planned, survey: Survey, stream: Stream, pins: Pins): Promise<Held> {
  pass.course.workshop.streams.delete(survey.key);
  const made = { outputs: stream.outputs ?? {}, view: null, ms: stream.ms };
  return pass.keep(node, survey.key, made, pins);
}

/** One step. A stream that throws, but for a stopped job, is not taken up again. */
async function move(
  pass: Pass,
  node: Planned,
  survey: Survey,
  stream: Stream,
  partial: boolean,
): Promise<Step> {
  const { workshop, report, turn } = pass.course;
  const working = new Pins(workshop.store);
  const mover: Mover = {
    partial,
    inputs: (from, to) => pass.gather(node, survey, { from, to }, working),
    context: (range) => pass.context(node, survey, range),
    progress: (done, of) => report.running(node.id, done, of),
  };
  try {
    await turn();
    return await stream.step(mover);
  } catch (error) {
    if (!(error instanceof Stop)) {
      workshop.streams.delete(survey.key);
      stream.close();
      pass.remember(survey.key, error);
    }
    throw error;
  } finally {
    working.release();
  }
}
