import type { Samples } from "../../engine/evolutionPicture.ts";
import { Plane } from "./Plane.tsx";

type Pictures = Samples & { readonly kind: "pictures" };

/** Pictures in a square, 1 px apart, `side` px across. */
export function ContactSheet({ samples, side }: { samples: Pictures; side: number }) {
  const { pictures, width, height } = samples;
  const across = Math.max(1, Math.ceil(Math.sqrt(pictures.length)));
  return (
    <div className="pixels" style={{ width: side, gridTemplateColumns: `repeat(${across}, 1fr)` }}>
      {pictures.map((pixels, sample) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its index
        <Plane key={sample} pixels={pixels} width={width} height={height} />
      ))}
    </div>
  );
}
