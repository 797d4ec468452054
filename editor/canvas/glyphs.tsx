import type { ReactNode } from "react";
import type { SocketType } from "../../engine/values.ts";

/** The family whose colour a type has: `var(--<family>)`. */
export const familyOf: Readonly<Record<SocketType, string>> = {
  latent: "latent",
  style: "style",
  features: "features",
  image: "picture",
  mask: "region",
  segmentation: "region",
  units: "unit",
  thresholds: "unit",
  scores: "unit",
  points: "data",
  dataset: "data",
  evolution: "learner",
  generator: "learner",
  number: "plain",
  noise: "plain",
  table: "plain",
};

/** Sixteen shapes in a 12 px box, centre 6, 6. What is cut out of a shape shows what lies below. */
export const glyphs: Readonly<Record<SocketType, ReactNode>> = {
  latent: <circle cx="6" cy="6" r="4.5" />,
  style: <path d="M6 0.6 11.4 6 6 11.4 0.6 6Z" />,
  features: (
    <>
      <path d="M4.8 0.8h6.4v6.4H8.8V3.2h-4Z" />
      <rect x="0.8" y="4.2" width="7" height="7" rx="0.6" />
    </>
  ),
  image: <rect x="1.2" y="1.2" width="9.6" height="9.6" rx="0.8" />,
  mask: (
    <path fillRule="evenodd" d="M6 0.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8Zm0 1.7v7a3.5 3.5 0 0 0 0-7Z" />
  ),
  segmentation: (
    <path
      fillRule="evenodd"
      d="M2 .9h8A1.1 1.1 0 0 1 11.1 2v8a1.1 1.1 0 0 1-1.1 1.1H2A1.1 1.1 0 0 1 .9 10V2A1.1 1.1 0 0 1 2 .9Zm.7 5.1h3.3v3.3H2.7Zm3.3-3.3h3.3v3.3H6Z"
    />
  ),
  units: <path d="M3.1 1h5.8l2.9 5-2.9 5H3.1L.2 6Z" />,
  thresholds: <path d="M.6 1.3h10.8L6 11Z" />,
  scores: (
    <>
      <rect x="0.8" y="7.4" width="2.6" height="3.8" rx="0.4" />
      <rect x="4.7" y="4.4" width="2.6" height="6.8" rx="0.4" />
      <rect x="8.6" y="0.8" width="2.6" height="10.4" rx="0.4" />
    </>
  ),
  points: (
    <>
      <circle cx="6" cy="2.8" r="2.2" />
      <circle cx="2.6" cy="8.8" r="2.2" />
      <circle cx="9.4" cy="8.8" r="2.2" />
    </>
  ),
  dataset: (
    <path
      fillRule="evenodd"
      d="M6 .6c2.5 0 4.6.8 4.6 2s-2.1 1.9-4.6 1.9-4.6-.7-4.6-1.9S3.5.6 6 .6ZM1.4 4.2C2.4 5.3 4.1 5.7 6 5.7s3.6-.4 4.6-1.5v5.2c0 1.2-2.1 2-4.6 2s-4.6-.8-4.6-2Z"
    />
  ),
  evolution: (
    <path
      d="M.8 6h4.4M5.2 6C7.5 6 8 2 11 1.6M5.2 6c2.3 0 2.8 4 5.8 4.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  ),
  generator: <path d="M1 4.2 11 .8v10.4L1 7.8Z" />,
  number: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  noise: (
    <path
      d="M2 2 10 10M10 2 2 10"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
    />
  ),
  table: (
    <path
      d="M1.4 2.2h9.2M1.4 6h9.2M1.4 9.8h9.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  ),
};

/** The mark of a socket type in its family's colour; a grey dash for a type that nobody knows. */
export function Glyph({ type, size = 12 }: { type: SocketType | null; size?: number }) {
  const color = type ? `var(--${familyOf[type]})` : "var(--edge)";
  return (
    <svg
      className="glyph"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="currentColor"
      style={{ color }}
      aria-hidden
    >
      {type ? (
        glyphs[type]
      ) : (
        <path d="M1.4 3h9.2M1.4 6h9.2M1.4 9h9.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}
