import type { Preview } from "../../engine/preview.ts";
import { Plane } from "./Plane.tsx";

type PixelPreview = Preview & { readonly kind: "pixels" };

/** Up to this many where the view does not say how many stand in a row. */
const atMost = 4;

/** How many stand in a row, and how many are shown: small nodes show the first sample alone. */
export function arrangement({ samples, columns, width: own }: PixelPreview, width: number) {
  if (columns !== null) return { columns: Math.min(columns, samples.length) || 1, shown: samples.length };
  const shown = Math.min(samples.length, width < 120 ? 1 : atMost);
  const least = Math.max(96, Math.min(128, own));
  const fit = Math.min(shown, Math.max(1, Math.round(width / least)));
  return { columns: fit === 3 && shown === 4 ? 2 : fit, shown };
}

/** Pictures with 1 px between them. */
export function Pixels({ preview, width }: { preview: PixelPreview; width: number }) {
  const { columns, shown } = arrangement(preview, width);
  return (
    <div className="pixels" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {preview.samples.slice(0, shown).map((pixels, sample) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its index
        <Plane key={sample} pixels={pixels} width={preview.width} height={preview.height} />
      ))}
    </div>
  );
}
