import { Fault } from "../fault.ts";

/** Where a value says which layer of which generator it is of. */
interface OfLayer {
  readonly generator: string | null;
  readonly layer: string | null;
}

/** Throws Fault where both say which layer they are of and it is not the same. */
export function requireSameLayer(a: OfLayer, b: OfLayer, [one, other]: readonly [string, string]): void {
  const differ = (x: string | null, y: string | null) => x !== null && y !== null && x !== y;
  if (!differ(a.generator, b.generator) && !differ(a.layer, b.layer)) return;
  throw new Fault(`the ${other} are of ${place(b)}, the ${one} of ${place(a)}`, {
    port: other,
    cure: `Take ${other} of the layer that the ${one} left.`,
  });
}

function place({ generator, layer }: OfLayer): string {
  return `${layer ?? "an unnamed layer"} of ${generator ?? "no generator"}`;
}
