/** Half the longer side of the box that points are brought into. */
const reach = 1.5;

/** Points [n, 2] moved and scaled, alike along both axes, until their box lies around 0 and its longer side goes from -1.5 to 1.5. */
export function fitPoints(points: ArrayLike<number>): Float32Array {
  const [left, right] = rangeOf(points, 0);
  const [low, high] = rangeOf(points, 1);
  const side = Math.max(right - left, high - low);
  if (!(side > 0)) return new Float32Array(points.length);
  // From the least value on, not around the middle: points next to each other far from 0 keep their places.
  const place = (value: number, least: number, most: number) =>
    (value - least) / side - (most - least) / side / 2;
  return Float32Array.from(
    points,
    (value, at) => (at & 1 ? place(value, low, high) : place(value, left, right)) * 2 * reach,
  );
}

function rangeOf(points: ArrayLike<number>, axis: 0 | 1): [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = axis; at < points.length; at += 2) {
    least = Math.min(least, points[at] as number);
    most = Math.max(most, points[at] as number);
  }
  return [least, most];
}
