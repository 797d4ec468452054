import type { Runtime } from "./context.ts";
import { Fault } from "./fault.ts";
import type { Outputs } from "./node.ts";
import { type HostTensor, sizeOf, slice, type TensorData, tensor } from "./tensor.ts";
import { isBatched, tensorOf, type Value } from "./values.ts";

/** Puts the chunks of a batch together in host memory, which is asked for once and only after a check (SPEC R12). */
export class Join {
  readonly #first: number;
  readonly #samples: number;
  readonly #memory: number;
  readonly #runtime: Runtime;
  #outputs: Outputs | null = null;
  readonly #whole = new Map<string, HostTensor>();

  /** Of so many samples from the first on; `memory` is the most bytes that one value may take. */
  constructor(first: number, samples: number, memory: number, runtime: Runtime) {
    this.#first = first;
    this.#samples = samples;
    this.#memory = memory;
    this.#runtime = runtime;
  }

  /** Adds the outputs of the samples from `from` on. Throws Fault where the whole would not fit into memory. */
  async add(outputs: Outputs, from: number): Promise<void> {
    this.#outputs ??= outputs;
    for (const [port, value] of Object.entries(outputs)) {
      if (!isBatched(value)) continue;
      const part = await this.#runtime.read(value.tensor);
      const each = sizeOf(part.shape.slice(1));
      const whole = this.#whole.get(port) ?? this.#make(port, part);
      if (whole.shape.slice(1).join() !== part.shape.slice(1).join())
        throw new Fault(`chunks of ${port} differ: [${part.shape.slice(1)}] and [${whole.shape.slice(1)}]`);
      whole.data.set(part.data, (from - this.#first) * each);
    }
  }

  /** The whole batch; values that are no batch are those of the first chunk. */
  outputs(): Outputs {
    const joined = Object.entries(this.#outputs ?? {}).map(([port, value]) => {
      const whole = this.#whole.get(port);
      return [port, whole ? withTensor(value, whole) : value] as const;
    });
    return Object.fromEntries(joined);
  }

  #make(port: string, part: HostTensor): HostTensor {
    const shape = [this.#samples, ...part.shape.slice(1)];
    const bytes = 4 * sizeOf(shape);
    if (bytes > this.#memory)
      throw new Fault(
        `${this.#samples.toLocaleString("en")} samples of ${port} need ${inGigabytes(bytes)}, more than the ${inGigabytes(this.#memory)} that one value may take`,
        { cure: "Lower the count." },
      );
    const Data = part.data instanceof Int32Array ? Int32Array : Float32Array;
    const whole = tensor(shape, new Data(sizeOf(shape)) as TensorData);
    this.#whole.set(port, whole);
    return whole;
  }
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toLocaleString("en", { maximumSignificantDigits: 3 })} GB`;
}

export function withTensor(value: Value, held: HostTensor): Value {
  return { ...value, tensor: held } as Value;
}

/** Samples `from` to `to` of every batch among the outputs. Host tensors only. */
export function sliceOutputs(outputs: Outputs, from: number, to: number): Outputs {
  const cut = (value: Value): Value => {
    const held = tensorOf(value);
    if (!isBatched(value) || held?.place !== "host" || held.shape[0] === 1) return value;
    return withTensor(value, slice(held, from, to));
  };
  return Object.fromEntries(Object.entries(outputs).map(([port, value]) => [port, cut(value)]));
}
