import type { Course, Source, Survey } from "./course.ts";
import { Failure, Waiting } from "./failure.ts";
import { Fault } from "./fault.ts";
import { memoKey } from "./memoKey.ts";
import type { ParamValues, Port } from "./node.ts";
import type { Pass } from "./pass.ts";
import type { Planned } from "./plan.ts";
import type { Pins } from "./store.ts";
import type { Stream } from "./streams.ts";
import { valueAt } from "./valueAt.ts";
import { batchedTypes, isBatched } from "./values.ts";

/**
 * What must be known before a node is computed. All that enters is computed, but for batches of map nodes that enter a map
 * or reduce node: those will be asked for chunk by chunk (SPEC R12). Throws Fault, or the Failure of a source.
 */
export async function surveyNode(pass: Pass, node: Planned, pins: Pins): Promise<Survey> {
  const { models } = pass.course.workshop;
  if (node.fault) throw node.fault;
  if (node.fed) return fedSurvey(node);
  if (waitsForRun(pass.course, node)) throw new Waiting();
  const inputs = await sourcesOf(pass, node, pins);
  const keys = new Map(inputs.map((source) => [source.node, source.key]));
  const key = memoKey(node, models, (id) => keys.get(id) ?? "");
  const { passing } = pass.course.workshop;
  const streams = inputs.flatMap((source) => [...(passing.get(source.key) ?? [])]);
  if (streams.length > 0) passing.set(key, new Set(streams));
  const params = await paramsOf(pass, node, pins);
  const samples = samplesOf(node, inputs, params);
  if (waitsForRun(pass.course, { ...node, key }, samples)) throw new Waiting();
  const [stream] = streams;
  if (stream && isHeavy(node.definition, samples)) throw waitsForEnd(pass.course, stream);
  return { key, params, samples, inputs };
}

/** True for a heavy node that the store lacks, that is not permitted, and whose stream has nothing to show (SPEC R11). */
export function waitsForRun(course: Course, node: Planned, samples: number | null = null): boolean {
  const { workshop, partial } = course;
  if (node.fed || workshop.store.has(node.key) || isPermitted(course, node, samples)) return false;
  return !partial || !workshop.streams.get(node.key)?.outputs;
}

/** A heavy node is computed once, not for every value on the way: it waits for the node whose stream that came from. */
function waitsForEnd({ plan, workshop }: Course, stream: Stream): Failure {
  const node = plan.order.find(({ key }) => workshop.streams.get(key) === stream);
  return new Failure(node?.id ?? "", new Fault("has not come to its end"));
}

/** One that is heavy only above a number of samples needs `samples` to be known. */
function isHeavy(definition: Planned["definition"], samples: number | null): boolean {
  const limit = definition?.heavy ?? false;
  return typeof limit === "number" ? samples !== null && samples > limit : limit;
}

/** True for nodes that are not heavy, in jobs that permit all, and for streams permitted by an earlier one. */
export function isPermitted(
  { heavy, workshop }: Course,
  { definition, key }: Pick<Planned, "definition" | "key">,
  samples: number | null,
): boolean {
  return !isHeavy(definition, samples) || heavy || workshop.permits.has(key);
}

function fedSurvey({ key, params, fed }: Planned): Survey {
  const batch = Object.values(fed ?? {}).find(isBatched);
  return { key, params, samples: batch?.tensor.shape[0] ?? 1, inputs: [] };
}

/** All sources, even where one fails: what is needed is computed, and found in the store once the failure is mended. */
async function sourcesOf(pass: Pass, node: Planned, pins: Pins): Promise<Source[]> {
  const found: Source[] = [];
  let failure: Failure | null = null;
  for (const [port, end] of [...node.inputs, ...node.wiredParams]) {
    try {
      found.push(await sourceOf(pass, node, port, end, pins));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return found;
}

async function sourceOf(
  pass: Pass,
  node: Planned,
  port: string,
  [id, from]: readonly [string, string],
  pins: Pins,
): Promise<Source> {
  const rangeable = divides(node) && node.inputs.has(port) && pass.divisible(id);
  const survey = rangeable ? await pass.ahead(id, pins) : null;
  if (survey) {
    const declared = pass.planned(id).definition?.outputs[from];
    return { port, node: id, from, key: survey.key, samples: isBatchPort(declared) ? survey.samples : null };
  }
  const { key, entry } = await pass.whole(id, pins);
  const value = valueAt(node, port, entry.outputs, [id, from]);
  return { port, node: id, from, key, samples: isBatched(value) ? (value.tensor.shape[0] ?? 0) : null };
}

/** The params, wired ones replaced by the number that enters (SPEC R4). */
async function paramsOf(pass: Pass, node: Planned, pins: Pins): Promise<ParamValues> {
  const params: Record<string, unknown> = { ...node.params };
  for (const [name, end] of node.wiredParams) {
    const { entry } = await pass.whole(end[0], pins);
    const value = valueAt(node, name, entry.outputs, end);
    const spec = node.definition?.params[name];
    const number = value.type === "number" ? value.value : Number.NaN;
    if (!spec?.accepts(number))
      throw new Fault(`${name}: expected ${spec?.expects}, got ${number} from ${end[0]}`, { port: name });
    params[name] = number;
  }
  return params;
}

/** True where the engine may call the node for a part of a batch. */
function divides({ definition }: Planned): boolean {
  return definition?.map !== undefined || definition?.reduce !== undefined;
}

/** Samples of the batches that enter, which must agree where they are not one; else what the node says (SPEC R12). */
function samplesOf(node: Planned, inputs: readonly Source[], params: ParamValues): number {
  const batches = inputs.filter(({ port, samples }) => samples !== null && node.inputs.has(port));
  if (batches.length === 0) return ownSamples(node, params);
  const many = batches.filter(({ samples }) => samples !== 1);
  const [first] = many;
  if (!first) return 1;
  const other = many.find(({ samples }) => samples !== first.samples);
  if (other && divides(node))
    throw new Fault(
      `${first.port} and ${other.port} differ in samples: ${first.samples} and ${other.samples}`,
      { port: other.port, cure: "Use one batch for both, or a batch of one sample." },
    );
  return first.samples ?? 1;
}

function ownSamples({ definition }: Planned, params: ParamValues): number {
  const samples = definition?.samples?.(params) ?? 1;
  if (Number.isSafeInteger(samples) && samples > 0) return samples;
  throw new Fault(`a batch needs at least 1 sample, got ${samples}`);
}

function isBatchPort(port: Port | undefined): boolean {
  return port?.types.every((type) => (batchedTypes as readonly string[]).includes(type)) ?? false;
}
