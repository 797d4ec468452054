/**
 * The Jensen-Shannon distance of two distributions over the same outcomes: the square root of the divergence, logarithms to
 * base 2, so from 0 (equal) to 1 (nothing in common). Endres and Schindelin 2003.
 */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  let divergence = 0;
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i] as number, q[i] as number];
    divergence += (surprise(a, a + b) + surprise(b, a + b)) / 2;
  }
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

/** `share log2(share / (both / 2))`; half of the smallest share would be 0, so the half is taken after the logarithm. */
const surprise = (share: number, both: number): number =>
  share > 0 ? share * (1 + Math.log2(share / both)) : 0;
