/** Functions of arrays traced by jax-js, derivatives included, and lowered to models that onnxruntime runs. */
import type { numpy } from "@jax-js/jax";
import type { Program } from "../models.ts";
import { serializeModel } from "../onnx/model.ts";
import { sha256 } from "../sha256.ts";
import { lower } from "./lower.ts";
import { freeExtent } from "./view.ts";

export type Jax = typeof import("@jax-js/jax");
export type Arr = numpy.Array;
export type Arrays = Record<string, Arr>;
/** By name; "n" is an extent that is free. */
export type Shapes = Readonly<Record<string, readonly (number | "n")[]>>;

/** A function of arrays by name; all it is given it owns, as is the custom of jax-js. */
export interface Step {
  readonly name: string;
  readonly inputs: Shapes;
  readonly make: (arrays: Arrays, jax: Jax) => Arrays;
}

let opened: Promise<Jax> | null = null;

/** jax-js on its simplest device: it only traces here, and computes nothing. */
export function openJax(): Promise<Jax> {
  opened ??= (async () => {
    (globalThis as { navigator?: object }).navigator ??= {};
    const jax = await import("@jax-js/jax");
    await jax.init("cpu");
    jax.defaultDevice("cpu");
    return jax;
  })();
  return opened;
}

/** Traces a step once on inputs of its shapes. */
export async function traceProgram({ name, inputs, make }: Step): Promise<Program> {
  const jax = await openJax();
  const names = Object.keys(inputs).sort();
  const zeros = names.map((each) => {
    const shape = inputs[each] ?? [];
    return jax.numpy.zeros(shape.map((extent) => (extent === "n" ? freeExtent : extent)));
  });
  let outputs: string[] = [];
  const { jaxpr } = jax.makeJaxpr((...arrays: Arr[]) => {
    const made = make(Object.fromEntries(names.map((each, at) => [each, arrays[at] as Arr])), jax);
    outputs = Object.keys(made).sort();
    const twice = outputs.find((each) => names.includes(each));
    if (twice) throw new Error(`trace: ${name} has an input and an output ${twice}`);
    return outputs.map((each) => made[each] as Arr);
  })(...zeros);
  try {
    const graph = lower(name, jaxpr, names, outputs);
    return { graph, sha256: sha256(serializeModel(graph)) };
  } finally {
    jaxpr.dispose();
    for (const each of zeros) each.dispose();
  }
}
