import type { Samples } from "../../engine/evolutionPicture.ts";
import type { Plane } from "../../engine/plane.ts";
import type { Preview } from "../../engine/preview.ts";
import type { PlaneInks } from "../../nodes/plane/planeInks.ts";
import { drawPlane } from "../drawing/drawPlane.ts";

/** A picture that can be drawn, and whether it may be cropped. */
export interface Tile {
  readonly source: OffscreenCanvas;
  readonly crops: boolean;
}

/** What one node shows: pictures, in rows of `columns` where the view says so. */
export interface Sheet {
  readonly tiles: readonly Tile[];
  readonly columns: number | null;
}

const planeSide = 240;

/** The pictures in a preview; null where it holds none that would tell something in small. */
export function coverTiles(preview: Preview, inks: PlaneInks): Sheet | null {
  switch (preview.kind) {
    case "pixels":
      return sheet(preview.samples, preview.width, preview.height, preview.columns);
    case "comparison":
      return pairs(preview.a, preview.b);
    case "place":
      return coverTiles(preview.picture, inks);
    case "plane":
      return { tiles: [planeTile(preview, inks)], columns: null };
    case "evolution":
      return samplesSheet(preview.samples, preview.plane, inks);
    case "units": {
      const { pictures } = preview;
      if (!pictures) return null;
      const first = pictures.samples.filter((_, index) => index % Math.max(1, pictures.each) === 0);
      return sheet(first, pictures.width, pictures.height, null);
    }
    default:
      return null;
  }
}

type Pixels = Preview & { readonly kind: "pixels" };

function pairs(a: Pixels, b: Pixels): Sheet | null {
  const before = sheet(a.samples, a.width, a.height, null)?.tiles ?? [];
  const after = sheet(b.samples, b.width, b.height, null)?.tiles ?? [];
  const count = Math.min(before.length, after.length);
  if (count === 0) return null;
  return { tiles: [...before.slice(0, count), ...after.slice(0, count)], columns: count };
}

function sheet(
  samples: readonly Uint8ClampedArray<ArrayBuffer>[],
  width: number,
  height: number,
  columns: number | null,
): Sheet | null {
  const tiles = samples.map((pixels) => {
    const source = new OffscreenCanvas(width, height);
    source.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
    return { source, crops: true };
  });
  return tiles.length > 0 ? { tiles, columns } : null;
}

function samplesSheet(samples: Samples, under: Omit<Plane, "points"> | null, inks: PlaneInks): Sheet | null {
  if (samples.kind === "pictures") return sheet(samples.pictures, samples.width, samples.height, null);
  if (!under) return null;
  return { tiles: [planeTile({ ...under, points: samples.points }, inks)], columns: null };
}

function planeTile(plane: Plane, inks: PlaneInks): Tile {
  const source = new OffscreenCanvas(planeSide, planeSide);
  drawPlane(source, plane, { inks, side: planeSide, density: 1, quiet: false });
  return { source, crops: false };
}
