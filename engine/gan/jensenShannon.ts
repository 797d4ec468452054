/**
 * The Jensen-Shannon distance of two distributions over the same outcomes: the square root of the divergence, logarithms to
 * base 2, so from 0 (equal) to 1 (nothing in common). Endres and Schindelin 2003.
 */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let divergence = 0;
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i] as number, q[i] as number];
    const middle = (a + b) / 2;
    divergence += (surprise(a, middle) + surprise(b, middle)) / 2;
  }
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

const surprise = (share: number, middle: number): number =>
  share > 0 ? share * Math.log2(share / middle) : 0;
