/** Half the longer side of the box that points are brought into. */
const reach = 1.5;

/** Points [n, 2] moved and scaled, alike along both axes, until their box lies around 0 and its longer side goes from -1.5 to 1.5. */
export function fitPoints(points: ArrayLike<number>): Float32Array {
  const [left, right] = rangeOf(points, 0);
  const [low, high] = rangeOf(points, 1);
  const side = Math.max(right - left, high - low);
  const scale = side > 0 ? (2 * reach) / side : 1;
  const middle = [left + (right - left) / 2, low + (high - low) / 2] as const;
  return Float32Array.from(points, (value, at) => (value - middle[(at & 1) as 0 | 1]) * scale);
}

function rangeOf(points: ArrayLike<number>, axis: 0 | 1): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = axis; at < points.length; at += 2) {
    least = Math.min(least, points[at] as number);
    most = Math.max(most, points[at] as number);
  }
  return [least, most];
}
