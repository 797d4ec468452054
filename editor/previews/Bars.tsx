import { useMemo } from "react";
import type { Preview } from "../../engine/preview.ts";
import { Plane } from "./Plane.tsx";

type BarsPreview = Preview & { readonly kind: "bars" };

/** Latents and styles: a row of grey bars a sample, 7 px high while few. */
export function Bars({ preview: { rows, columns, levels } }: { preview: BarsPreview }) {
  const pixels = useMemo(() => barPixels(levels), [levels]);
  return (
    <div className="bars" style={{ height: barsHeight(rows) }}>
      <Plane pixels={pixels} width={columns} height={rows} />
    </div>
  );
}

/** px that so many rows take. */
export const barsHeight = (rows: number): number => Math.min(84, Math.max(14, rows * 7));

/** Grey levels as RGBA. */
export function barPixels(levels: Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(levels.length * 4);
  levels.forEach((level, at) => {
    rgba.fill(level, at * 4, at * 4 + 3);
    rgba[at * 4 + 3] = 255;
  });
  return rgba;
}
