/** What a program does on the CPU: kernels one after another on numbers in one memory. */
import { sizeOf, type TensorData } from "../tensor.ts";
import type { Kernels } from "./kernels.ts";
import { bytes, freeFrom } from "./memoryLayout.ts";

/** A stretch of memory that is taken at the first step which needs it and given back after the last. */
interface Stretch {
  readonly bytes: number;
  first: number;
  last: number;
  address: number;
}

/** float32 numbers in C order. Several may share a stretch. */
export interface Value {
  readonly shape: readonly number[];
  readonly stretch: Stretch;
  /** Where in the stretch it begins, in bytes. */
  readonly at: number;
}

/** Kernels write whole vectors, and read them. */
const room = 2 * bytes.vector;

export const addressOf = ({ stretch, at }: Value) => stretch.address + at;

export class Plan {
  readonly kernels: Kernels;
  readonly #stretches: Stretch[] = [];
  readonly #steps: (() => void)[] = [];
  readonly #made = new Map<Value, Map<string, Value>>();
  readonly #given: (readonly [Value, TensorData])[] = [];
  #bytes = 0;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  /** Bytes of memory that a run needs, once the plan is closed. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Numbers that are known beforehand. They are there from the first step to the last. */
  constant(shape: readonly number[], data: TensorData): Value {
    const value = this.input(shape);
    this.keep(value);
    this.#given.push([value, data]);
    return value;
  }

  /** int32 numbers that are known beforehand, under a shape of as many float32. */
  integers(values: readonly number[]): Value {
    return this.constant([values.length], new Float32Array(Int32Array.from(values).buffer));
  }

  /** Room of so many numbers for the step that comes next. */
  scratch(numbers: number): Value {
    return this.#value([numbers], this.#steps.length);
  }

  /** Numbers that are there from the first step on. */
  input(shape: readonly number[]): Value {
    return this.#value(shape, 0);
  }

  /** A result that is read after the last step. */
  keep({ stretch }: Value): void {
    stretch.last = Number.POSITIVE_INFINITY;
  }

  /** The same numbers in another shape, or some of them in a row. */
  view({ stretch, at }: Value, shape: readonly number[], offset = 0): Value {
    return { shape, stretch, at: at + offset * bytes.number };
  }

  /** One step, which makes a new value of this shape from others by kernels at their addresses. */
  make(shape: readonly number[], from: readonly Value[], run: (to: number) => void): Value {
    const made = this.#value(shape, this.#steps.length);
    this.#step([...from, made], () => run(addressOf(made)));
    return made;
  }

  /** The same, made once for all that ask for it under this name from one value. */
  once(name: string, from: Value, shape: readonly number[], run: (to: number) => void): Value {
    const known = this.#made.get(from) ?? new Map<string, Value>();
    this.#made.set(from, known);
    const value = known.get(name) ?? this.make(shape, [from], run);
    known.set(name, value);
    return value;
  }

  #step(values: readonly Value[], run: () => void): void {
    for (const { stretch } of values) stretch.last = Math.max(stretch.last, this.#steps.length);
    this.#steps.push(run);
  }

  #value(shape: readonly number[], first: number): Value {
    const stretch = { bytes: sizeOf(shape) * bytes.number + room, first, last: first, address: 0 };
    this.#stretches.push(stretch);
    return { shape, stretch, at: 0 };
  }

  /** Gives every stretch its address: the lowest that is free for as long as it is needed. */
  close(): void {
    const placed: Stretch[] = [];
    for (const stretch of this.#stretches) {
      const beside = placed.filter(({ first, last }) => first <= stretch.last && stretch.first <= last);
      beside.sort((a, b) => a.address - b.address);
      let address = freeFrom;
      for (const other of beside)
        if (other.address < address + stretch.bytes) address = Math.max(address, end(other));
      stretch.address = address;
      placed.push(stretch);
      this.#bytes = Math.max(this.#bytes, end(stretch));
    }
  }

  /** Runs all steps. `fill` writes the inputs, into a memory that is large enough. */
  run(fill: (numbers: Float32Array) => void): Float32Array {
    const { memory } = this.kernels;
    const missing = this.#bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 2 ** 16));
    const numbers = new Float32Array(memory.buffer);
    for (const [value, data] of this.#given) numbers.set(data, addressOf(value) / bytes.number);
    fill(numbers);
    for (const step of this.#steps) step();
    return numbers;
  }
}

/** Where the next stretch may begin: at a whole vector. */
function end({ address, bytes: size }: Stretch): number {
  return address + Math.ceil(size / bytes.vector) * bytes.vector;
}
