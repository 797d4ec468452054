/** The states that a painted picture went through, kept while the page is open: strokes, and how the picture looked. */
import type { GraphDocument } from "../../../engine/document.ts";
import type { Preview } from "../../../engine/preview.ts";
import type { Stroke } from "../../../engine/strokes.ts";
import { createKeyed } from "../../keyed.ts";
import { nodeOf } from "../../nodeOf.ts";
import { wiresOf } from "../../wiresOf.ts";

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

export interface Trail {
  /** The furthest that was gone: the strokes now are its beginning. */
  readonly strokes: readonly Stroke[];
  /** The picture after each stroke, by the stroke that came last; null: before all of them. */
  readonly pictures: ReadonlyMap<Stroke | null, Picture>;
  /** What the pictures were made from, the strokes apart. */
  readonly source: readonly unknown[];
}

export const untrodden: Trail = { strokes: [], pictures: new Map(), source: [] };

/** By graph and node. */
export const trails = createKeyed<Trail>();

/** The trail with these strokes as where one stands: what was painted from another state than its next one replaces the rest. */
export function stoodAt(trail: Trail, strokes: readonly Stroke[]): Trail {
  const { strokes: before } = trail;
  return strokes.every((stroke, index) => stroke === before[index]) ? trail : { ...trail, strokes };
}

/** The trail with a picture of where one stands. Pictures made from something else are dropped. */
export function pictured(
  trail: Trail,
  strokes: readonly Stroke[],
  picture: Picture,
  source: readonly unknown[],
): Trail {
  const now = stoodAt(trail, strokes);
  const reachable = new Set<Stroke | null>([null, ...now.strokes]);
  const same = now.source.length === source.length && now.source.every((part, i) => part === source[i]);
  const kept = same ? [...now.pictures].filter(([stroke]) => reachable.has(stroke)) : [];
  return { strokes: now.strokes, source, pictures: new Map(kept).set(strokes.at(-1) ?? null, picture) };
}

/** What a node's picture follows from, but for one param: nodes and wires of an immutable document, to be compared. */
export function sourceOf(document: GraphDocument, node: string, param: string): unknown[] {
  const found: unknown[] = [];
  const { [param]: _, ...others } = nodeOf(document, node)?.params ?? {};
  for (const [name, value] of Object.entries(others)) found.push(name, value);
  const reached = new Set([node]);
  for (const id of reached) {
    if (id !== node) found.push(nodeOf(document, id)?.params);
    for (const wire of wiresOf(document.wires, id).entering.values()) {
      found.push(wire);
      reached.add(wire.from[0]);
    }
  }
  return found;
}

/** The longer side of a picture that is kept. */
const longest = 64;

/** The first sample of a preview, small: every so many pixels in both directions. */
export function smallPicture({ width, height, samples }: Preview & { kind: "pixels" }): Picture | null {
  const [sample] = samples;
  if (!sample) return null;
  const step = Math.max(1, Math.ceil(Math.max(width, height) / longest));
  const [across, down] = [Math.ceil(width / step), Math.ceil(height / step)];
  const from = new Uint32Array(sample.buffer, sample.byteOffset, width * height);
  const pixels = new Uint32Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++)
      pixels[row * across + column] = from[row * step * width + column * step] as number;
  return { width: across, height: down, pixels: new Uint8ClampedArray(pixels.buffer) };
}
