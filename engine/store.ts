/** All results, under their memo keys, within a budget of bytes (SPEC R9). */
import type { Outputs, View } from "./node.ts";
import { bytesOf, type Tensor } from "./tensor.ts";
import { tensorOf, type Value } from "./values.ts";

/** What a node made, and the milliseconds it took. */
export interface Entry {
  readonly outputs: Outputs;
  readonly view: View | null;
  readonly ms: number;
}

interface Slot {
  readonly entry: Entry;
  pins: number;
}

/** Counted for an entry apart from its tensors. */
const entryBytes = 1024;

export class ResultStore {
  readonly budget: number;
  readonly #release: (tensor: Tensor) => void;
  /** In order of use, the longest unused first; chunks of batches apart, since they go first. */
  readonly #wholes = new Map<string, Slot>();
  readonly #chunks = new Map<string, Slot>();
  /** What holds memory, and how many entries share it. */
  readonly #shared = new Map<object, number>();
  #bytes = 0;

  /** `release` frees what a tensor holds on the GPU; it is called once no entry has the tensor any more. */
  constructor(budget: number, release: (tensor: Tensor) => void) {
    this.budget = budget;
    this.#release = release;
  }

  /** Bytes held. More than the budget only while values in use need more. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#wholes.size + this.#chunks.size;
  }

  keys(): string[] {
    return [...this.#wholes.keys(), ...this.#chunks.keys()];
  }

  has(key: string): boolean {
    return this.#map(key).has(key);
  }

  /** The entry, as a glance that changes nothing. */
  peek(key: string): Entry | undefined {
    return this.#map(key).get(key)?.entry;
  }

  /** The entry, marked as used just now and kept at least until `pins` lets go. */
  get(key: string, pins: Pins): Entry | undefined {
    const slots = this.#map(key);
    const slot = slots.get(key);
    if (!slot) return undefined;
    slots.delete(key);
    slots.set(key, slot);
    pins.add(key);
    return slot.entry;
  }

  /** Adds an entry, kept at least until `pins` lets go, and evicts what the budget no longer holds. */
  put(key: string, entry: Entry, pins: Pins): void {
    const slots = this.#map(key);
    const before = slots.get(key);
    this.#take(entry);
    if (before) this.#drop(before.entry);
    slots.delete(key);
    slots.set(key, { entry, pins: before?.pins ?? 0 });
    pins.add(key);
    this.trim();
  }

  /** Drops an entry unless it is in use. */
  delete(key: string): void {
    if (this.#map(key).get(key)?.pins === 0) this.#remove(key);
  }

  /** Drops every entry with a tensor that is not in host memory: after the loss of a device, or before another backend. */
  dropDevice(): void {
    const lost = (key: string) => {
      const slot = this.#map(key).get(key);
      return slot && tensorsOf(slot.entry).some((tensor) => tensor.place !== "host");
    };
    for (const key of this.keys().filter(lost)) this.#remove(key);
  }

  pin(key: string): void {
    const slot = this.#map(key).get(key);
    if (slot) slot.pins++;
  }

  unpin(key: string): void {
    const slot = this.#map(key).get(key);
    if (slot && slot.pins > 0) slot.pins--;
  }

  /** Evicts while the budget is exceeded and something unused is left. */
  trim(): void {
    for (const slots of [this.#chunks, this.#wholes])
      for (const [key, { pins }] of slots) {
        if (this.#bytes <= this.budget) return;
        if (pins === 0) this.#remove(key);
      }
  }

  #map(key: string): Map<string, Slot> {
    return key.includes("#") ? this.#chunks : this.#wholes;
  }

  #remove(key: string): void {
    const slot = this.#map(key).get(key);
    if (!slot) return;
    this.#map(key).delete(key);
    this.#drop(slot.entry);
  }

  #take(entry: Entry): void {
    this.#bytes += entryBytes;
    for (const tensor of tensorsOf(entry)) {
      const held = resourceOf(tensor);
      const users = this.#shared.get(held) ?? 0;
      this.#shared.set(held, users + 1);
      if (users === 0) this.#bytes += resourceBytes(tensor);
    }
  }

  #drop(entry: Entry): void {
    this.#bytes -= entryBytes;
    for (const tensor of tensorsOf(entry)) {
      const held = resourceOf(tensor);
      const users = this.#shared.get(held) ?? 0;
      if (users > 1) this.#shared.set(held, users - 1);
      else {
        this.#shared.delete(held);
        this.#bytes -= resourceBytes(tensor);
        if (tensor.place !== "host") this.#release(tensor);
      }
    }
  }
}

/** Keys kept in the store while something works with them. */
export class Pins {
  readonly #store: ResultStore;
  readonly #keys: string[] = [];

  constructor(store: ResultStore) {
    this.#store = store;
  }

  add(key: string): void {
    this.#keys.push(key);
    this.#store.pin(key);
  }

  release(): void {
    for (const key of this.#keys.splice(0)) this.#store.unpin(key);
    this.#store.trim();
  }
}

/** Every tensor that an entry keeps alive. */
export function tensorsOf({ outputs, view }: Entry): Tensor[] {
  const held = [...Object.values(outputs), ...Object.values(view ?? {})];
  return held.flatMap((value) => (isValue(value) ? (tensorOf(value) ?? []) : []));
}

function isValue(part: unknown): part is Value {
  return typeof part === "object" && part !== null && "type" in part;
}

/** Bytes of an entry's tensors. */
export function entryWeight(entry: Entry): number {
  return tensorsOf(entry).reduce((sum, tensor) => sum + bytesOf(tensor), 0);
}

/** What the tensor keeps alive: views of one array, and tensors of one GPU buffer, keep the same. */
function resourceOf(tensor: Tensor): object {
  if (tensor.place === "host") return tensor.data.buffer;
  return tensor.place === "gpu" ? tensor.buffer : tensor;
}

function resourceBytes(tensor: Tensor): number {
  return tensor.place === "host" ? tensor.data.buffer.byteLength : bytesOf(tensor);
}
