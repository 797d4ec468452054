/** What flows on the wires: one interface per socket type (contract, section 3). */
import type { Evolving, Modes } from "./gan/evolution.ts";
import { bytesOf, type Tensor } from "./tensor.ts";

/** Which generator a batch belongs to (the id of its model card); null where nobody said, as for fed files. */
type Origin = { readonly generator: string | null };

/** z [n, size]. */
export type Latent = Origin & { readonly type: "latent"; readonly tensor: Tensor };
/** w [n, size]. */
export type Style = Origin & { readonly type: "style"; readonly tensor: Tensor };
/** A seeded source: the map of a layer and sample follows from seed, layer and sample alone (SPEC R22). */
export interface Noise {
  readonly type: "noise";
  readonly seed: number;
  readonly strength: number;
  /** Layers outside this range of resolutions get no noise. */
  readonly resolutions: readonly [number, number];
}
/** Maps [n, units, h, w] that left layer `layer` of the generator; null: its constant input, before the first layer. */
export type Features = Origin & {
  readonly type: "features";
  readonly tensor: Tensor;
  readonly layer: string | null;
};
/** RGB [n, 3, h, w] in [-1, 1]. */
export interface Image {
  readonly type: "image";
  readonly tensor: Tensor;
}
/** [n or 1, h, w] in [0, 1]. */
export interface Mask {
  readonly type: "mask";
  readonly tensor: Tensor;
}
/** Class ids, int32 [n, h, w]; `classes[id]` names one. `ignore` lists ids that are no concept. */
export interface Segmentation {
  readonly type: "segmentation";
  readonly tensor: Tensor;
  readonly classes: readonly string[] | null;
  readonly ignore: readonly number[];
}
/** A set of units of one layer. */
export type Units = Origin & {
  readonly type: "units";
  readonly layer: string | null;
  readonly units: readonly number[];
};
/** One activation level per unit. */
export type Thresholds = Origin & {
  readonly type: "thresholds";
  readonly layer: string | null;
  readonly quantile: number | null;
  /** How far the rank of a level may be off, as a share of all values; none or 0: exact. */
  readonly rankError?: number;
  readonly tensor: Tensor;
};
/** units x concepts. */
export type Scores = Origin & {
  readonly type: "scores";
  readonly layer: string | null;
  readonly quantile: number | null;
  readonly thresholds: readonly number[];
  readonly concepts: readonly string[];
  readonly iou: readonly (readonly number[])[];
};
export interface Table {
  readonly type: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
/** [n, 2]. */
export interface Points {
  readonly type: "points";
  readonly tensor: Tensor;
}
export interface NumberValue {
  readonly type: "number";
  readonly value: number;
}
/** A generator that a node made; `model` is its id in the model library, whose card says what it gives. */
export interface Generator {
  readonly type: "generator";
  readonly model: string;
}
/** Samples to train on: points [n, 2], or pictures [n, 3, h, w] in [-1, 1]; `modes` where they are known. */
export interface Dataset {
  readonly type: "dataset";
  readonly tensor: Tensor;
  readonly modes?: Modes | null;
}
/** The state of a run of evolution after `generation` generations. */
export interface Evolution extends Evolving {
  readonly type: "evolution";
  /** The id of the best survivor in the model library. */
  readonly model: string;
}

export type Value =
  | Latent
  | Style
  | Noise
  | Features
  | Image
  | Mask
  | Segmentation
  | Units
  | Thresholds
  | Scores
  | Table
  | Points
  | NumberValue
  | Generator
  | Dataset
  | Evolution;

export type SocketType = Value["type"];
export type ValueOf<T extends SocketType> = Extract<Value, { type: T }>;

export const socketTypes = [
  "latent",
  "style",
  "noise",
  "features",
  "image",
  "mask",
  "segmentation",
  "units",
  "thresholds",
  "scores",
  "table",
  "points",
  "dataset",
  "evolution",
  "generator",
  "number",
] as const satisfies readonly SocketType[];

/** The types whose tensor has one entry a sample along its first axis. */
export const batchedTypes = [
  "latent",
  "style",
  "features",
  "image",
  "mask",
  "segmentation",
  "points",
  "dataset",
] as const satisfies readonly SocketType[];

export type BatchedType = (typeof batchedTypes)[number];
export type BatchedValue = ValueOf<BatchedType>;

export function isBatched(value: Value): value is BatchedValue {
  return (batchedTypes as readonly string[]).includes(value.type);
}

/** The tensor of a value that has one, else null. */
export function tensorOf(value: Value): Tensor | null {
  return "tensor" in value ? value.tensor : null;
}

/** Bytes that a value keeps alive; values without a tensor count as 1 KB. */
export function weightOf(value: Value): number {
  const held = tensorOf(value);
  return held ? bytesOf(held) : 1024;
}
