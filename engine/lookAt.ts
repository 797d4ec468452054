import type { Runtime } from "./context.ts";
import type { Course } from "./course.ts";
import { Failure } from "./failure.ts";
import { Fault } from "./fault.ts";
import { Pass } from "./pass.ts";
import { Pins } from "./store.ts";
import type { Value } from "./values.ts";

/** What is looked at: the sample, the first sample that `value` holds, and how many there are where it is a part of a batch. */
export interface Sight {
  readonly value: Value;
  readonly runtime: Runtime;
  readonly look: { readonly sample: number; readonly from: number; readonly samples: number | null };
}

/** A closer look at one output: of a long batch, at the chunk around the sample. Throws Fault where there is no value. */
export async function lookAt<T>(
  course: Course,
  [node, port, sample]: readonly [node: string, port: string, sample: number],
  see: (sight: Sight) => Promise<T>,
): Promise<T> {
  if (!course.plan.has(node)) throw new Fault(`there is no node ${node}`);
  const { chunk, runtime, store } = course.workshop;
  const pass = new Pass(course);
  const pins = new Pins(store);
  try {
    const samples = (pass.divisible(node) && (await pass.ahead(node, pins))?.samples) || 1;
    const part = samples > chunk;
    const from = part ? chunk * Math.floor(Math.max(0, Math.min(sample, samples - 1)) / chunk) : 0;
    const to = Math.min(samples, from + chunk);
    const held = part ? await pass.range(node, { from, to }, pins) : await pass.whole(node, pins);
    const value = held.entry.outputs[port];
    if (!value) throw new Fault(`${node} gives no ${port}`);
    return await see({ value, runtime, look: { sample, from, samples: part ? samples : null } });
  } catch (error) {
    throw error instanceof Failure ? error.fault : error;
  } finally {
    pins.release();
  }
}
