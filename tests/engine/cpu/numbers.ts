/** Numbers in (-1, 1), the same ones every time; of those that are not kept, 0. */
export function numbers(count: number, keep: (draw: number) => boolean = () => true, seed = 1): Float32Array {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  return Float32Array.from({ length: count }, () => {
    const [value, draw] = [next(), next()];
    return keep(draw) ? value : 0;
  });
}
