/** Params whose values have an inside: what one may be, and what is wrong in it, is written down beside each kind. */

import { type PlanePoint, planeExpected, planeFlaw, planeSchema } from "./handPoints.ts";
import type { Flaw, Param } from "./param.ts";
import { type Pictures, pictureSize, picturesExpected, picturesFlaw, picturesSchema } from "./pictures.ts";
import { type Place, placeExpected, placeFlaw, placeSchema } from "./place.ts";
import { type Stroke, strokesExpected, strokesFlaw, strokesSchema } from "./strokes.ts";

/** A value with an inside, which may be wrong at a place of its own. */
function structured<T>(
  kind: Param["kind"],
  fallback: T,
  doc: string,
  of: Pick<Param, "expects" | "schema"> & { flaw(value: unknown): Flaw | null },
): Param<T> {
  return { kind, default: fallback, doc, ...of, accepts: (value): value is T => of.flaw(value) === null };
}

const noStrokes: readonly Stroke[] = [];

/** What a brush painted, or several (`strokes.ts`); no strokes where nobody painted. */
export function strokes(
  doc: string,
  { brushes }: { readonly brushes?: readonly string[] } = {},
): Param<readonly Stroke[]> {
  const rules = {
    expects: strokesExpected,
    schema: strokesSchema(brushes),
    flaw: (value: unknown) => strokesFlaw(value, brushes),
  };
  return { ...structured("strokes", noStrokes, doc, rules), ...(brushes && { brushes }) };
}

const middle: Place = [0.5, 0.5];

/** A place on a picture (`place.ts`); its middle where nobody pointed. */
export function place(doc: string): Param<Place> {
  return structured("place", middle, doc, { expects: placeExpected, schema: placeSchema, flaw: placeFlaw });
}

const noPoints: readonly PlanePoint[] = [];

/** Points set by hand in the plane [-2, 2]^2 (`handPoints.ts`); none where nobody set any. */
export function points(doc: string): Param<readonly PlanePoint[]> {
  return structured("points", noPoints, doc, {
    expects: planeExpected,
    schema: planeSchema,
    flaw: planeFlaw,
  });
}

const noPictures: Pictures = { count: 0, size: pictureSize, png: "" };

/** Own pictures that the document keeps (`pictures.ts`); none where nobody chose any. */
export function pictures(doc: string): Param<Pictures> {
  return structured("pictures", noPictures, doc, {
    expects: picturesExpected,
    schema: picturesSchema,
    flaw: picturesFlaw,
  });
}
