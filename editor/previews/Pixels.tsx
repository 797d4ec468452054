import type { Preview } from "../../engine/preview.ts";
import { Plane } from "./Plane.tsx";

type PixelPreview = Preview & { readonly kind: "pixels" };

/** Up to this many where the view does not say how many stand in a row. */
const atMost = 4;
/** Narrower nodes show one sample alone, wider ones all in one row, those between a square. */
const slim = 120;
const wide = 384;

/** How many stand in a row, and how many are shown, in a node of this width. */
export function arrangement({ samples, columns }: PixelPreview, width: number) {
  if (columns !== null) return { columns: Math.min(columns, samples.length) || 1, shown: samples.length };
  const shown = Math.min(samples.length, width < slim ? 1 : atMost);
  return { columns: shown === atMost && width < wide ? 2 : shown, shown };
}

interface Props {
  readonly preview: PixelPreview;
  readonly width: number;
  /** Looks closely at a sample; none where a click means something else. */
  readonly open?: ((sample: number) => void) | undefined;
}

/** Pictures with 1 px between them. */
export function Pixels({ preview, width, open }: Props) {
  const { columns, shown } = arrangement(preview, width);
  return (
    <div className="pixels" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {preview.samples.slice(0, shown).map((pixels, sample) => (
        <Plane
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its index
          key={sample}
          pixels={pixels}
          width={preview.width}
          height={preview.height}
          open={open && (() => open(sample))}
        />
      ))}
    </div>
  );
}
