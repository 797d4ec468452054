import { computeNode, mapRange } from "./compute.ts";
import type { Context } from "./context.ts";
import type { Course, Held, Range, Survey } from "./course.ts";
import { Failure, Stop, toFault, Waiting } from "./failure.ts";
import { sliceOutputs, withTensor } from "./join.ts";
import type { Values } from "./node.ts";
import type { Planned } from "./plan.ts";
import { shownPort } from "./shownPort.ts";
import { type Entry, type Pins, tensorsOf } from "./store.ts";
import type { Stream } from "./streams.ts";
import { surveyNode } from "./survey.ts";
import { valueAt } from "./valueAt.ts";
import { isBatched, type Value } from "./values.ts";

/** A stream that goes on after the pass. */
export interface Live {
  readonly stream: Stream;
  readonly moveOn: () => Promise<void>;
}

/**
 * One evaluation of what is observed. Values are asked for from the observed nodes upwards: whole, or only some samples
 * of a batch, in which case map nodes hand the range on and never hold the whole (SPEC R8 to R15).
 */
export class Pass {
  readonly course: Course;
  /** Streams that gave a value on the way, by memo key, each with what moves it on to the next. */
  readonly live = new Map<string, Live>();
  /** Milliseconds that streams were at work for themselves. */
  streaming = 0;
  /** Effective keys of the nodes reached. */
  readonly keys = new Map<string, string>();
  readonly #surveys = new Map<string, Survey>();
  readonly #failures = new Map<string, Failure>();
  /** Effective keys of nodes whose chunks are being joined: what is asked of those is computed at once. */
  readonly joining = new Set<string>();
  /** Keys of what this pass made. */
  readonly #made = new Set<string>();

  constructor(course: Course) {
    this.course = course;
  }

  planned(id: string): Planned {
    return this.course.plan.node(id);
  }

  /** The node's whole value. Throws Failure, or Stop. */
  async whole(id: string, pins: Pins): Promise<Held> {
    await this.course.turn();
    const node = this.planned(id);
    return this.guard(id, async () => {
      const known = await this.#found(node, node.key, pins);
      if (known) return known;
      const survey = await this.#survey(node, pins);
      return (await this.#found(node, survey.key, pins)) ?? (await this.#make(node, survey, pins));
    });
  }

  /** Samples `from` to `to` of the node's batches; other values whole. Throws Failure, or Stop. */
  async range(id: string, { from, to }: Range, pins: Pins): Promise<Held> {
    await this.course.turn();
    const node = this.planned(id);
    return this.guard(id, async () => {
      const survey = this.#has(node, node.key) ? null : await this.#survey(node, pins);
      if (!survey || this.#has(node, survey.key) || !this.divisible(id) || to - from >= survey.samples)
        return this.#cut(node, await this.whole(id, pins), { from, to }, pins);
      this.keys.set(id, survey.key);
      const part = `${survey.key}#${from}-${to}`;
      const known = this.#has(node, part) ? await this.#look(node, part, pins) : null;
      if (!known) return mapRange(this, node, survey, { from, to }, pins);
      this.course.report.gave(id, survey.key, known.entry, [from, to, survey.samples], known.entry.ms, false);
      return known;
    });
  }

  /** What is known of a node without computing map nodes; null where its whole value is there already. */
  async ahead(id: string, pins: Pins): Promise<Survey | null> {
    const node = this.planned(id);
    if (this.#has(node, node.key)) return null;
    await this.course.turn();
    return this.guard(id, () => this.#survey(node, pins));
  }

  /** True where the node works sample by sample, so that a part of its batch can be had. */
  divisible(id: string): boolean {
    const { definition, fed, fault } = this.planned(id);
    return definition?.map !== undefined && !fed && !fault;
  }

  /** Turns what goes wrong on a node's behalf into its Failure; all between it and the eye wait for it (SPEC R15). */
  async guard<T>(id: string, work: () => Promise<T>): Promise<T> {
    const known = this.#failures.get(id);
    if (known) throw known;
    const { signal, report } = this.course;
    try {
      return await work();
    } catch (error) {
      if (error instanceof Stop || signal.aborted) throw new Stop();
      const failure = error instanceof Failure ? error : new Failure(id, toFault(error));
      this.#failures.set(id, failure);
      if (failure.node !== id) report.blocked(id, failure.node);
      else if (failure.fault instanceof Waiting) report.tell(id, { state: "waits" });
      else report.failed(failure);
      throw failure;
    }
  }

  /** What enters the node, of some samples where it is a batch of more than one (SPEC R12). */
  async gather(node: Planned, survey: Survey, range: Range, pins: Pins): Promise<Values> {
    const values: Record<string, Value> = {};
    const all = range.from === 0 && range.to === survey.samples;
    for (const { port, node: source, from, samples } of survey.inputs) {
      if (!node.inputs.has(port)) continue;
      const whole = all || samples === null || samples === 1;
      const { entry } = whole ? await this.whole(source, pins) : await this.range(source, range, pins);
      values[port] = valueAt(node, port, entry.outputs, [source, from]);
    }
    return values;
  }

  /**
   * Puts a result into the store, of samples `from` to `to` of so many. Deferred tensors that somebody looks at, or that
   * several go on from, are computed first (SPEC R18).
   */
  async keep(
    node: Planned,
    key: string,
    made: Entry,
    pins: Pins,
    part: readonly [from: number, to: number, of: number] = [0, 1, 1],
  ): Promise<Held> {
    const { report, workshop } = this.course;
    const start = performance.now();
    const [base = key] = key.split("#");
    const joining = this.joining.has(base);
    await this.#forceOrFree(made, joining ? (port) => this.asks(node, port) : this.#wanted(node, 2));
    this.#made.add(key);
    const entry = { ...made, ms: made.ms + performance.now() - start };
    workshop.store.put(key, entry, pins);
    report.gave(node.id, base, entry, part, entry.ms, true);
    return { key, entry };
  }

  /** True where somebody asks for this output: a wire, a picture that shows it, or whoever asked for the node whole. */
  asks(node: Planned, port: string): boolean {
    const { observed, whole, plan } = this.course;
    if (plan.consumers(node.key, port) > 0 || whole.has(node.id)) return true;
    return observed.has(node.id) && port === shownPort(node.definition?.outputs ?? {});
  }

  context(node: Planned, { key }: Pick<Survey, "key">, range: Range): Context {
    const { workshop, signal, report, pace } = this.course;
    return {
      runtime: workshop.runtime,
      models: workshop.models,
      range,
      signal,
      key,
      checkpoint: workshop.passing.has(key) ? null : (workshop.checkpoints?.open(key) ?? null),
      pace: () => (signal.aborted ? "step" : pace),
      progress: (done, of) => report.running(node.id, done, of),
    };
  }

  /** A fault of the node itself is remembered: it is not tried again in this job. */
  remember(key: string, error: unknown): void {
    if (error instanceof Stop || error instanceof Failure || this.course.signal.aborted) return;
    this.course.faults.set(key, toFault(error));
  }

  async #survey(node: Planned, pins: Pins): Promise<Survey> {
    const known = this.#surveys.get(node.id);
    if (known) return known;
    const survey = await surveyNode(this, node, pins);
    this.#surveys.set(node.id, survey);
    return survey;
  }

  async #make(node: Planned, survey: Survey, pins: Pins): Promise<Held> {
    const { faults } = this.course;
    this.keys.set(node.id, survey.key);
    const known = faults.get(survey.key);
    if (known) throw known;
    if (node.fed) return this.keep(node, survey.key, { outputs: node.fed, view: null, ms: 0 }, pins);
    try {
      return await computeNode(this, node, survey, pins);
    } catch (error) {
      this.remember(survey.key, error);
      throw error;
    }
  }

  /** True where the store has the node's whole value; of a joined batch, with every output that is asked of it. */
  #has(node: Planned, key: string): boolean {
    const entry = this.course.workshop.store.peek(key);
    if (!entry || !this.divisible(node.id)) return entry !== undefined;
    const ports = Object.keys(node.definition?.outputs ?? {});
    return !ports.some((port) => !(port in entry.outputs) && this.asks(node, port));
  }

  /** A whole result from the store. */
  async #found(node: Planned, key: string, pins: Pins): Promise<Held | null> {
    const held = this.#has(node, key) ? await this.#look(node, key, pins) : null;
    if (!held) return null;
    this.keys.set(node.id, key);
    this.course.report.gave(node.id, key, held.entry, [0, 1, 1], held.entry.ms, false);
    return held;
  }

  /**
   * What the store has; a tensor still deferred since an earlier pass is computed now, since another will go on from it
   * (SPEC R18).
   */
  async #look(node: Planned, key: string, pins: Pins): Promise<Held | null> {
    const entry = this.course.workshop.store.get(key, pins);
    if (entry && !this.#made.has(key)) await force(entry, this.#wanted(node, 1));
    return entry ? { key, entry } : null;
  }

  /** The output that the node's picture shows, where somebody looks at it, and those that at least so many wires leave. */
  #wanted(node: Planned, wires: number): (port: string) => boolean {
    const looked = this.course.observed.has(node.id);
    const shown = looked ? shownPort(node.definition?.outputs ?? {}) : null;
    return (port) => port === shown || this.course.plan.consumers(node.key, port) >= wires;
  }

  /** Some samples of a whole value. What is not in host memory is read once; the copy is kept beside it. */
  async #cut(node: Planned, { key, entry }: Held, { from, to }: Range, pins: Pins): Promise<Held> {
    const { store, runtime } = this.course.workshop;
    const outside = (port: string, value: Value) =>
      isBatched(value) && value.tensor.place !== "host" && this.asks(node, port);
    const outputs: Record<string, Value> = { ...store.get(`${key}#host`, pins)?.outputs };
    const before = Object.keys(outputs).length;
    for (const [port, value] of Object.entries(entry.outputs))
      if (!(port in outputs) && isBatched(value) && outside(port, value))
        outputs[port] = withTensor(value, await runtime.read(value.tensor));
    if (Object.keys(outputs).length > before) store.put(`${key}#host`, { ...entry, outputs }, pins);
    return { key, entry: { ...entry, outputs: sliceOutputs({ ...entry.outputs, ...outputs }, from, to) } };
  }

  async #forceOrFree(entry: Entry, wanted: (port: string) => boolean): Promise<void> {
    try {
      await force(entry, wanted);
    } catch (error) {
      for (const tensor of tensorsOf(entry)) this.course.workshop.runtime.release(tensor);
      throw error;
    }
  }
}

/** Has the wanted outputs computed, and what a view shows. Deferred tensors stay what they are and remember the result. */
async function force(entry: Entry, wanted: (port: string) => boolean): Promise<Entry> {
  const outputs = Object.fromEntries(Object.entries(entry.outputs).filter(([port]) => wanted(port)));
  for (const tensor of tensorsOf({ ...entry, outputs }))
    if (tensor.place === "deferred") await tensor.force();
  return entry;
}
