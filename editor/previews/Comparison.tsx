import { type PointerEvent, useState } from "react";
import type { Preview } from "../../engine/preview.ts";
import { Pixels } from "./Pixels.tsx";
import { Plane } from "./Plane.tsx";

type ComparisonPreview = Preview & { readonly kind: "comparison" };

interface Props {
  readonly preview: ComparisonPreview;
  readonly width: number;
  readonly open?: ((sample: number) => void) | undefined;
}

/** Two sets of pictures: side by side, under a sliding edge, or as their difference. */
export function Comparison({ preview, width, open }: Props) {
  const { a, b, mode } = preview;
  if (mode === "wipe") return <Wipe preview={preview} width={width} open={open} />;
  if (mode === "difference") return <Difference preview={preview} width={width} open={open} />;
  const columns =
    a.columns ?? Math.max(1, Math.round(Math.sqrt(Math.max(a.samples.length, b.samples.length) / 2)));
  return (
    <div className="beside">
      <Pixels preview={{ ...a, columns }} width={width / 2} open={open} />
      <Pixels preview={{ ...b, columns }} width={width / 2} open={open} />
    </div>
  );
}

function Wipe({ preview, width, open }: Props) {
  const [edge, setEdge] = useState(50);
  const slide = (event: PointerEvent<HTMLElement>) => {
    const { left, width: across } = event.currentTarget.getBoundingClientRect();
    setEdge(Math.min(100, Math.max(0, ((event.clientX - left) / across) * 100)));
  };
  return (
    <div className="wipe" onPointerMove={slide}>
      <Pixels preview={preview.a} width={width} open={open} />
      <div className="over" style={{ clipPath: `inset(0 0 0 ${edge}%)` }}>
        <Pixels preview={preview.b} width={width} open={open} />
      </div>
      <div className="edge" style={{ left: `${edge}%` }} />
    </div>
  );
}

/** Grey where both are equal. */
function Difference({ preview: { a, b }, open }: Props) {
  const count = Math.max(a.samples.length, b.samples.length);
  const columns = Math.ceil(Math.sqrt(count)) || 1;
  return (
    <div className="pixels" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {Array.from({ length: count }, (_, sample) => {
        const [first, second] = [a, b].map(({ samples }) => samples[sample] ?? samples[0]);
        if (!first || !second) return null;
        return (
          <Plane
            // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its index
            key={sample}
            pixels={difference(first, second)}
            width={a.width}
            height={a.height}
            open={open && (() => open(sample))}
          />
        );
      })}
    </div>
  );
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(a.length);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = at % 4 === 3 ? 255 : 127.5 + ((a[at] ?? 0) - (b[at] ?? 0)) / 2;
  return pixels;
}
