import type { Modes } from "./evolution.ts";

/** A mode is covered by this share of the points, and at least one, within this many deviations of its centre. */
const leastShare = 0.002;
const reach = 4;

/** Which modes the points [n, 2], pairs x, y, cover. */
export function coveredModes(points: ArrayLike<number>, { centres, sigma }: Modes): boolean[] {
  const n = Math.floor(points.length / 2);
  const least = Math.max(1, leastShare * n);
  const within = (reach * sigma) ** 2;
  return centres.map(([x, y]) => {
    let near = 0;
    for (let i = 0; i < n; i++) {
      const [dx, dy] = [(points[2 * i] as number) - x, (points[2 * i + 1] as number) - y];
      if (dx * dx + dy * dy <= within) near++;
    }
    return near >= least;
  });
}

/** Share of the points within 4 sigma of a centre; 0 where there are none. */
export function highQualityShare(points: ArrayLike<number>, { centres, sigma }: Modes): number {
  const n = Math.floor(points.length / 2);
  const within = (reach * sigma) ** 2;
  let good = 0;
  for (let i = 0; i < n; i++) {
    const [px, py] = [points[2 * i] as number, points[2 * i + 1] as number];
    if (centres.some(([x, y]) => (px - x) ** 2 + (py - y) ** 2 <= within)) good++;
  }
  return n === 0 ? 0 : good / n;
}
