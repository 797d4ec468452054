import type { Context, Runtime } from "./context.ts";
import { Failure, Stop, toFault } from "./failure.ts";
import { Fault } from "./fault.ts";
import { Join, sliceOutputs, withTensor } from "./join.ts";
import type { ModelLibrary } from "./models.ts";
import type { Outputs, ParamValues, Port, Values } from "./node.ts";
import { memoKey, type Plan, type Planned } from "./plan.ts";
import type { Report } from "./report.ts";
import { type Entry, Pins, type ResultStore, tensorsOf } from "./store.ts";
import { type Mover, ReduceStream, type Stream, YieldStream } from "./streams.ts";
import { batchedTypes, isBatched, type Value } from "./values.ts";

/** What passes of all jobs share. */
export interface Workshop {
  readonly store: ResultStore;
  readonly runtime: Runtime;
  readonly models: ModelLibrary;
  /** Unfinished reduce and yield nodes by memo key. */
  readonly streams: Map<string, Stream>;
  /** Samples in a chunk. */
  readonly chunk: number;
  /** The most bytes that one value may take. */
  readonly memory: number;
}

/** What the passes of one job share. */
export interface Course {
  readonly workshop: Workshop;
  readonly plan: Plan;
  readonly report: Report;
  readonly signal: AbortSignal;
  readonly observed: ReadonlySet<string>;
  readonly heavy: boolean;
  readonly partial: boolean;
  /** Faults by effective key: nothing fails twice for the same reason. */
  readonly faults: Map<string, Fault>;
  /** Results kept to the end of the job. */
  readonly pins: Pins;
  /** Lets messages in between nodes and chunks; throws Stop once the job is cancelled (SPEC R16). */
  turn(): Promise<void>;
}

/** A value found or made. The key tells values on the way apart (SPEC R14). */
export interface Held {
  readonly key: string;
  readonly entry: Entry;
}

/** A node whose inputs are known so far that it can be computed: sample by sample where it and they are maps. */
interface Survey {
  readonly key: string;
  readonly params: ParamValues;
  /** Samples of the batch that it makes or folds. */
  readonly samples: number;
  readonly inputs: readonly Source[];
}

interface Source {
  readonly port: string;
  readonly node: string;
  readonly from: string;
  readonly key: string;
  /** null where the value is no batch. */
  readonly samples: number | null;
}

/**
 * One evaluation of what is observed. Values are asked for from the observed nodes upwards: whole, or only some samples
 * of a batch, in which case map nodes hand the range on and never hold the whole (SPEC R8 to R15).
 */
export class Pass {
  /** Streams that gave a value on the way and can be moved on. */
  readonly live = new Map<string, () => Promise<void>>();
  /** Keys of values that depend on a value on the way. */
  readonly transient = new Set<string>();
  /** Effective keys of the nodes reached. */
  readonly keys = new Map<string, string>();
  readonly #course: Course;
  readonly #surveys = new Map<string, Survey>();
  readonly #failures = new Map<string, Failure>();

  constructor(course: Course) {
    this.#course = course;
  }

  /** The node's whole value. Throws Failure, or Stop. */
  async whole(id: string, pins: Pins): Promise<Held> {
    await this.#course.turn();
    const node = this.#course.plan.node(id);
    return this.#guard(node, async () => {
      const known = await this.#found(node, node.key, pins);
      if (known) return known;
      const survey = await this.#survey(node, pins);
      return (await this.#found(node, survey.key, pins)) ?? (await this.#make(node, survey, pins));
    });
  }

  /** Samples `from` to `to` of the node's batches; other values whole. Throws Failure, or Stop. */
  async range(id: string, from: number, to: number, pins: Pins): Promise<Held> {
    await this.#course.turn();
    const node = this.#course.plan.node(id);
    return this.#guard(node, async () => {
      const survey = this.#has(node.key) ? null : await this.#survey(node, pins);
      const key = survey?.key ?? node.key;
      if (!survey || this.#has(key) || !node.definition?.map || node.fed || to - from >= survey.samples)
        return this.#cut(await this.whole(id, pins), from, to, pins);
      const part = `${key}#${from}-${to}`;
      const known = await this.#look(part, pins);
      this.keys.set(id, key);
      if (known)
        this.#course.report.gave(id, key, known.entry, [from, to, survey.samples], known.entry.ms, false);
      return known ?? this.#map(node, survey, part, { from, to }, pins);
    });
  }

  /** How many samples the node's batches have, known without computing map nodes. */
  async samples(id: string, pins: Pins): Promise<number> {
    const node = this.#course.plan.node(id);
    return this.#guard(node, async () => (await this.#survey(node, pins)).samples);
  }

  /** Work on the node's behalf, as for its preview: what goes wrong is the node's. */
  own<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#guard(this.#course.plan.node(id), work);
  }

  /** True where the node works sample by sample, so that a part of its batch can be had. */
  divisible(id: string): boolean {
    const { definition, fed, fault } = this.#course.plan.node(id);
    return definition?.map !== undefined && !fed && !fault;
  }

  // ---- asking

  /** Turns whatever goes wrong into the Failure of one node; all between it and the eye wait for it. */
  async #guard<T>(node: Planned, work: () => Promise<T>): Promise<T> {
    const known = this.#failures.get(node.id);
    if (known) throw known;
    try {
      return await work();
    } catch (error) {
      if (error instanceof Stop) throw error;
      if (this.#course.signal.aborted) throw new Stop();
      const failure = error instanceof Failure ? error : new Failure(node.id, toFault(error));
      this.#failures.set(node.id, failure);
      if (failure.node !== node.id) this.#course.report.blocked(node.id, failure.node);
      else if (!(failure.fault instanceof Waiting)) this.#course.report.failed(failure);
      else this.#course.report.tell(node.id, { state: "waits" });
      throw failure;
    }
  }

  #has(key: string): boolean {
    return this.#course.workshop.store.has(key);
  }

  /** A whole result from the store. */
  async #found(node: Planned, key: string, pins: Pins): Promise<Held | null> {
    const held = await this.#look(key, pins);
    if (!held) return null;
    this.keys.set(node.id, key);
    this.#course.report.gave(node.id, key, held.entry, [0, 1, 1], held.entry.ms, false);
    return held;
  }

  /** What the store has; a tensor still deferred is computed now, since another consumer will go on from it (SPEC R18). */
  async #look(key: string, pins: Pins): Promise<Held | null> {
    const entry = this.#course.workshop.store.get(key, pins);
    return entry ? { key, entry: await force(entry) } : null;
  }

  /** Some samples of a whole value. What is not in host memory is read once; the copy is kept beside it. */
  async #cut({ key, entry }: Held, from: number, to: number, pins: Pins): Promise<Held> {
    const { store, runtime } = this.#course.workshop;
    const outside = (value: Value) => isBatched(value) && value.tensor.place !== "host";
    if (!Object.values(entry.outputs).some(outside))
      return { key, entry: { ...entry, outputs: sliceOutputs(entry.outputs, from, to) } };
    const known = store.get(`${key}#host`, pins);
    if (known) return { key, entry: { ...entry, outputs: sliceOutputs(known.outputs, from, to) } };
    const outputs: Record<string, Value> = {};
    for (const [port, value] of Object.entries(entry.outputs))
      outputs[port] = isBatched(value) ? withTensor(value, await runtime.read(value.tensor)) : value;
    store.put(`${key}#host`, { ...entry, outputs }, pins);
    return { key, entry: { ...entry, outputs: sliceOutputs(outputs, from, to) } };
  }

  // ---- before computing

  async #survey(node: Planned, pins: Pins): Promise<Survey> {
    const known = this.#surveys.get(node.id);
    if (known) return known;
    if (node.fault) throw node.fault;
    const survey = node.fed ? fedSurvey(node) : await this.#surveyInputs(node, pins);
    this.#surveys.set(node.id, survey);
    return survey;
  }

  async #surveyInputs(node: Planned, pins: Pins): Promise<Survey> {
    const lazy = node.definition?.map !== undefined || node.definition?.reduce !== undefined;
    const inputs: Source[] = [];
    let failure: Failure | null = null;
    for (const [port, [source, from]] of [...node.inputs, ...node.wiredParams]) {
      try {
        inputs.push(await this.#source(node, port, source, from, lazy && node.inputs.has(port), pins));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failure ??= error;
      }
    }
    if (failure) throw failure;
    const keys = new Map(inputs.map(({ node: source, key }) => [source, key]));
    const key = memoKey(node, this.#course.workshop.models, (id) => keys.get(id) ?? "");
    if (inputs.some((input) => this.transient.has(input.key))) this.transient.add(key);
    const params = await this.#params(node, pins);
    return { key, params, samples: samplesOf(node, inputs, params), inputs };
  }

  /** What enters a port: only looked at where it is a batch made sample by sample, else computed whole. */
  async #source(
    node: Planned,
    port: string,
    id: string,
    from: string,
    lazy: boolean,
    pins: Pins,
  ): Promise<Source> {
    const source = this.#course.plan.node(id);
    if (lazy && this.divisible(id) && !this.#has(source.key)) {
      await this.#course.turn();
      const survey = await this.#guard(source, () => this.#survey(source, pins));
      const declared = source.definition?.outputs[from];
      return {
        port,
        node: id,
        from,
        key: survey.key,
        samples: isBatchPort(declared) ? survey.samples : null,
      };
    }
    const { key, entry } = await this.whole(id, pins);
    const value = valueAt(node, port, entry.outputs, id, from);
    return { port, node: id, from, key, samples: isBatched(value) ? (value.tensor.shape[0] ?? 0) : null };
  }

  /** The params, wired ones replaced by the number that enters (SPEC R4). */
  async #params(node: Planned, pins: Pins): Promise<ParamValues> {
    const params: Record<string, unknown> = { ...node.params };
    for (const [name, [id, from]] of node.wiredParams) {
      const value = valueAt(node, name, (await this.whole(id, pins)).entry.outputs, id, from);
      const spec = node.definition?.params[name];
      const number = value.type === "number" ? value.value : Number.NaN;
      if (!spec?.accepts(number))
        throw new Fault(`${name}: expected ${spec?.expects}, got ${number} from ${id}`, { port: name });
      params[name] = number;
    }
    return params;
  }

  // ---- computing

  async #make(node: Planned, survey: Survey, pins: Pins): Promise<Held> {
    const { key } = survey;
    const { workshop, faults } = this.#course;
    this.keys.set(node.id, key);
    const known = faults.get(key);
    if (known) throw known;
    if (node.fed) return this.#keep(node, key, { outputs: node.fed, view: null, ms: 0 }, pins);
    if (node.definition?.heavy && !this.#course.heavy && !workshop.streams.get(key)?.permitted)
      throw new Waiting();
    try {
      if (node.definition?.reduce) return await this.#stream(node, survey, pins);
      if (node.definition?.map)
        return survey.samples > workshop.chunk
          ? await this.#chunks(node, survey, pins)
          : await this.#map(node, survey, key, { from: 0, to: survey.samples }, pins);
      return await this.#compute(node, survey, pins);
    } catch (error) {
      this.#remember(key, error);
      throw error;
    }
  }

  /** A fault of the node itself: it is not tried again in this job. */
  #remember(key: string, error: unknown): void {
    if (error instanceof Stop || error instanceof Failure || this.#course.signal.aborted) return;
    this.#course.faults.set(key, toFault(error));
  }

  /** One call of a map node, for a chunk or for the whole of a small batch. */
  async #map(
    node: Planned,
    survey: Survey,
    key: string,
    range: { from: number; to: number },
    pins: Pins,
  ): Promise<Held> {
    const { workshop, report, faults } = this.#course;
    const known = faults.get(survey.key);
    if (known) throw known;
    const working = new Pins(workshop.store);
    try {
      const inputs = await this.#gather(node, survey, range, working);
      report.running(node.id, range.from, survey.samples);
      const start = performance.now();
      const outputs = await node.definition?.map?.(inputs, survey.params, this.#context(node, range));
      checkSamples(outputs ?? {}, range.to - range.from);
      const entry = { outputs: outputs ?? {}, view: null, ms: performance.now() - start };
      return await this.#keep(node, key, entry, pins, [range.from, range.to, survey.samples]);
    } catch (error) {
      this.#remember(survey.key, error);
      throw error;
    } finally {
      working.release();
    }
  }

  /** The whole of a long batch, chunk by chunk (SPEC R12). */
  async #chunks(node: Planned, survey: Survey, pins: Pins): Promise<Held> {
    const { workshop, report } = this.#course;
    const { samples, key } = survey;
    const join = new Join(samples, workshop.memory, workshop.runtime);
    for (let from = 0; from < samples; from += workshop.chunk) {
      const working = new Pins(workshop.store);
      try {
        const { entry } = await this.range(node.id, from, Math.min(samples, from + workshop.chunk), working);
        await join.add(entry.outputs, from);
      } finally {
        working.release();
      }
    }
    const held = this.#keep(
      node,
      key,
      { outputs: join.outputs(), view: null, ms: report.worked(node.id) },
      pins,
    );
    for (let from = 0; from < samples; from += workshop.chunk)
      workshop.store.delete(`${key}#${from}-${Math.min(samples, from + workshop.chunk)}`);
    return held;
  }

  /** A node that takes its inputs whole: a value, a view, or the start of a stream. */
  async #compute(node: Planned, survey: Survey, pins: Pins): Promise<Held> {
    const { workshop, report } = this.#course;
    const open = workshop.streams.get(survey.key);
    if (open) return this.#flow(node, survey, open, pins);
    const working = new Pins(workshop.store);
    const abort = new AbortController();
    let stream: YieldStream | null = null;
    try {
      const inputs = await this.#gather(node, survey, { from: 0, to: survey.samples }, working);
      report.running(node.id, 0, 1);
      const start = performance.now();
      const context = this.#context(node, { from: 0, to: survey.samples });
      const made = await this.#call(node, inputs, survey.params, context, abort, () => stream);
      if (!isGenerator(made))
        return await this.#keep(node, survey.key, { ...made, ms: performance.now() - start }, pins);
      stream = new YieldStream(made, abort, working);
    } finally {
      if (!stream) working.release();
    }
    workshop.streams.set(survey.key, stream);
    return this.#flow(node, survey, stream, pins);
  }

  /** A generator outlives the job: its signal is its own, and its progress goes to whichever job moves it on. */
  async #call(
    { definition }: Planned,
    inputs: Values,
    params: ParamValues,
    context: Context,
    abort: AbortController,
    stream: () => YieldStream | null,
  ): Promise<Omit<Entry, "ms"> | AsyncGenerator<Outputs, Outputs>> {
    if (definition?.show) return { outputs: {}, view: await definition.show(inputs, params, context) };
    const stop = () => {
      if (!stream()) abort.abort();
    };
    context.signal.addEventListener("abort", stop, { once: true });
    try {
      const made = definition?.compute?.(inputs, params, {
        ...context,
        signal: abort.signal,
        progress: (done, of) => (stream()?.progress ?? context.progress)(done, of),
      });
      return isGenerator(made) ? made : { outputs: (await made) ?? {}, view: null };
    } finally {
      context.signal.removeEventListener("abort", stop);
    }
  }

  async #stream(node: Planned, survey: Survey, pins: Pins): Promise<Held> {
    const { streams, chunk } = this.#course.workshop;
    const stream =
      streams.get(survey.key) ??
      new ReduceStream(
        node.definition as NonNullable<Planned["definition"]>,
        survey.params,
        survey.samples,
        chunk,
      );
    streams.set(survey.key, stream);
    return this.#flow(node, survey, stream, pins);
  }

  /** The value of a stream: the next one on the way where such are wanted and its inputs are final, else the last. */
  async #flow(node: Planned, survey: Survey, stream: Stream, pins: Pins): Promise<Held> {
    const { key } = survey;
    const partial = this.#course.partial && !this.transient.has(key);
    let step = stream.outputs && partial ? "emitted" : "working";
    while (step === "working" || (step === "emitted" && !partial))
      step = await this.#move(node, survey, stream, partial);
    if (step === "done") return this.#finish(node, survey, stream, pins);
    this.live.set(node.id, async () => {
      const moved = await this.#guard(node, async () => {
        let next = await this.#move(node, survey, stream, true);
        while (next === "working") next = await this.#move(node, survey, stream, true);
        return next;
      });
      if (moved === "done") this.#finish(node, survey, stream, this.#course.pins);
    });
    const onTheWay = `${key}~${stream.emitted}`;
    this.transient.add(onTheWay);
    const entry = { outputs: stream.outputs ?? {}, view: null, ms: stream.ms };
    this.#course.workshop.store.put(onTheWay, entry, pins);
    this.keys.set(node.id, onTheWay);
    return { key: onTheWay, entry };
  }

  #finish(node: Planned, { key }: Survey, stream: Stream, pins: Pins): Promise<Held> {
    this.#course.workshop.streams.delete(key);
    return this.#keep(node, key, { outputs: stream.outputs ?? {}, view: null, ms: stream.ms }, pins);
  }

  /** One step of a stream. A stream that throws, but for a stopped job, is not taken up again. */
  async #move(node: Planned, survey: Survey, stream: Stream, partial: boolean) {
    const { workshop, report } = this.#course;
    const working = new Pins(workshop.store);
    const mover: Mover = {
      partial,
      inputs: (from, to) => this.#gather(node, survey, { from, to }, working),
      context: (range) => this.#context(node, range),
      progress: (done, of) => report.running(node.id, done, of),
    };
    try {
      await this.#course.turn();
      return await stream.step(mover);
    } catch (error) {
      if (!(error instanceof Stop)) {
        workshop.streams.delete(survey.key);
        stream.close();
        this.#remember(survey.key, error);
      }
      throw error;
    } finally {
      working.release();
    }
  }

  /** The inputs, of some samples where they are batches of more than one (SPEC R12). */
  async #gather(
    node: Planned,
    survey: Survey,
    { from, to }: { from: number; to: number },
    pins: Pins,
  ): Promise<Values> {
    const values: Record<string, Value> = {};
    const all = from === 0 && to === survey.samples;
    for (const source of survey.inputs) {
      if (!node.inputs.has(source.port)) continue;
      const one = source.samples === null || source.samples === 1;
      const { entry } =
        one || all ? await this.whole(source.node, pins) : await this.range(source.node, from, to, pins);
      values[source.port] = valueAt(node, source.port, entry.outputs, source.node, source.from);
    }
    return values;
  }

  /** Puts a result into the store. Deferred tensors that somebody looks at, or several go on from, are computed now. */
  async #keep(
    node: Planned,
    key: string,
    made: Entry,
    pins: Pins,
    part: readonly [number, number, number] = [0, 1, 1],
  ): Promise<Held> {
    const { plan, observed, report, workshop } = this.#course;
    const start = performance.now();
    if (observed.has(node.id) || plan.consumers(node.key) !== 1) await this.#forceOrFree(made);
    const entry = { ...made, ms: made.ms + performance.now() - start };
    workshop.store.put(key, entry, pins);
    const [whole = key] = key.split("#");
    report.gave(node.id, whole, entry, part, entry.ms, true);
    return { key, entry };
  }

  async #forceOrFree(entry: Entry): Promise<void> {
    try {
      await force(entry);
    } catch (error) {
      for (const tensor of tensorsOf(entry)) this.#course.workshop.runtime.release(tensor);
      throw error;
    }
  }

  #context(node: Planned, range: { from: number; to: number }): Context {
    const { workshop, signal, report } = this.#course;
    return {
      runtime: workshop.runtime,
      models: workshop.models,
      range,
      signal,
      progress: (done, of) => report.running(node.id, done, of),
    };
  }
}

/** A heavy node that nobody pressed Run for. */
class Waiting extends Fault {
  constructor() {
    super("waits for Run");
  }
}

/** Has what is deferred computed. The tensors stay what they are and remember the result (SPEC R18). */
async function force(entry: Entry): Promise<Entry> {
  for (const tensor of tensorsOf(entry)) if (tensor.place === "deferred") await tensor.force();
  return entry;
}

function fedSurvey({ key, params, fed }: Planned): Survey {
  const batch = Object.values(fed ?? {}).find(isBatched);
  return { key, params, samples: batch?.tensor.shape[0] ?? 1, inputs: [] };
}

/** Samples of the batches that enter, which must agree where they are not one; else what the node says (SPEC R12). */
function samplesOf(node: Planned, inputs: readonly Source[], params: ParamValues): number {
  const batches = inputs.filter(({ port, samples }) => samples !== null && node.inputs.has(port));
  if (batches.length === 0) return ownSamples(node, params);
  const many = batches.filter(({ samples }) => samples !== 1);
  const [first] = many;
  if (!first) return 1;
  const divisible = node.definition?.map !== undefined || node.definition?.reduce !== undefined;
  const other = many.find(({ samples }) => samples !== first.samples);
  if (other && divisible)
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

/** The value that enters a port, of a type that the port takes. */
function valueAt(node: Planned, port: string, outputs: Outputs, source: string, from: string): Value {
  const value = outputs[from];
  if (!value)
    throw new Fault(`${source} gives no ${from}`, {
      port,
      cure: `Feed ${source}.${from} too, or remove the wire.`,
    });
  const types = node.definition?.inputs[port]?.types ?? ["number"];
  if (types.includes(value.type)) return value;
  throw new Fault(`${port} takes ${types.join(" or ")}, got ${value.type} from ${source}`, { port });
}

/** The outputs of a map node must have the samples it was asked for. */
function checkSamples(outputs: Outputs, samples: number): void {
  for (const [port, value] of Object.entries(outputs))
    if (isBatched(value) && value.tensor.shape[0] !== samples)
      throw new Fault(`${port} has ${value.tensor.shape[0]} samples where ${samples} were asked for`);
}

function isGenerator(made: unknown): made is AsyncGenerator<Outputs, Outputs> {
  return typeof made === "object" && made !== null && Symbol.asyncIterator in made;
}
