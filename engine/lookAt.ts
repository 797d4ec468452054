import type { Course } from "./course.ts";
import { Failure } from "./failure.ts";
import { Fault } from "./fault.ts";
import type { Inspection } from "./inspect.ts";
import { inspectValue } from "./inspectValue.ts";
import { Pass } from "./pass.ts";
import { Pins } from "./store.ts";

/** A closer look at one output: of a long batch, at the chunk around the sample. Throws Fault where there is no value. */
export async function lookAt(
  course: Course,
  node: string,
  port: string,
  sample: number,
): Promise<Inspection> {
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
    return await inspectValue(value, runtime, { sample, from, samples: part ? samples : null });
  } catch (error) {
    throw error instanceof Failure ? error.fault : error;
  } finally {
    pins.release();
  }
}
