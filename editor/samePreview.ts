import type { Preview } from "../engine/preview.ts";

type Bytes = Uint8ClampedArray<ArrayBuffer>;

/** True where both show the same: then there is nothing to draw. */
export function samePreview(a: Preview | null, b: Preview): boolean {
  if (a === null || a.kind !== b.kind) return false;
  if (a.kind === "pixels" && b.kind === "pixels") return samePixels(a, b);
  if (a.kind === "bars" && b.kind === "bars")
    return a.rows === b.rows && a.columns === b.columns && sameBytes(a.levels, b.levels);
  if (a.kind === "comparison" && b.kind === "comparison")
    return a.mode === b.mode && samePixels(a.a, b.a) && samePixels(a.b, b.b);
  if (a.kind === "place" && b.kind === "place") return samePlace(a, b);
  if (a.kind === "units" && b.kind === "units") return sameUnits(a, b);
  return JSON.stringify(a) === JSON.stringify(b);
}

type PlacePreview = Preview & { readonly kind: "place" };

function samePlace({ picture: a, ...atA }: PlacePreview, { picture: b, ...atB }: PlacePreview): boolean {
  return JSON.stringify(atA) === JSON.stringify(atB) && samePixels(a, b);
}

type UnitsPreview = Preview & { readonly kind: "units" };

function sameUnits(
  { pictures: a, ...cardsA }: UnitsPreview,
  { pictures: b, ...cardsB }: UnitsPreview,
): boolean {
  if (JSON.stringify(cardsA) !== JSON.stringify(cardsB)) return false;
  if (a === null || b === null) return a === b;
  if (a.samples.length !== b.samples.length || a.units.join() !== b.units.join()) return false;
  return a.samples.every((sample, index) => sameBytes(sample, b.samples[index] as Bytes));
}

type PixelPreview = Preview & { readonly kind: "pixels" };

function samePixels(a: PixelPreview, b: PixelPreview): boolean {
  const { samples: _, ...frameA } = a;
  const { samples: __, ...frameB } = b;
  if (a.samples.length !== b.samples.length || JSON.stringify(frameA) !== JSON.stringify(frameB))
    return false;
  return a.samples.every((sample, index) => sameBytes(sample, b.samples[index] as Bytes));
}

function sameBytes(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
