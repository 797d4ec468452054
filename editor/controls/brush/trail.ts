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

/** What a picture was made from, the strokes apart: parts of immutable documents, to be compared. */
export type Source = readonly unknown[];

export interface Trail {
  /** The furthest that was gone: the strokes now are its beginning. */
  readonly strokes: readonly Stroke[];
  /** The picture after each stroke, by the stroke that came last; null: before all of them. */
  readonly pictures: ReadonlyMap<Stroke | null, Picture & { readonly source: Source }>;
}

export const untrodden: Trail = { strokes: [], pictures: new Map() };

/** By graph and node. */
export const trails = createKeyed<Trail>();

/** The trail with these strokes as where one stands: what was painted from another state than its next one replaces the rest. */
export function stoodAt(trail: Trail, strokes: readonly Stroke[]): Trail {
  const { strokes: before } = trail;
  return strokes.every((stroke, index) => stroke === before[index]) ? trail : { ...trail, strokes };
}

/** The trail with a picture of where one stands. Pictures that would be made from something else now are dropped. */
export function pictured(
  trail: Trail,
  strokes: readonly Stroke[],
  picture: Picture,
  sourceFor: (strokes: readonly Stroke[]) => Source,
): Trail {
  const now = stoodAt(trail, strokes);
  const pictures = new Map([[strokes.at(-1) ?? null, { ...picture, source: sourceFor(strokes) }]]);
  for (let count = 0; count <= now.strokes.length; count++) {
    const state = now.strokes[count - 1] ?? null;
    const known = now.pictures.get(state);
    if (known && !pictures.has(state) && same(known.source, sourceFor(now.strokes.slice(0, count))))
      pictures.set(state, known);
  }
  return { strokes: now.strokes, pictures };
}

const same = (a: Source, b: Source): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** What the picture of a node follows from, but for one param, and for brushes that none of the strokes are of. */
export function sourceOf(
  document: GraphDocument,
  node: string,
  param: string,
  idle: ReadonlySet<string>,
): Source {
  const { [param]: _, ...others } = nodeOf(document, node)?.params ?? {};
  const found: unknown[] = Object.entries(others).flat();
  const reached = new Set([node]);
  for (const id of reached) {
    if (id !== node) found.push(nodeOf(document, id)?.params);
    for (const [port, wire] of wiresOf(document.wires, id).entering) {
      if (id === node && idle.has(port)) continue;
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
