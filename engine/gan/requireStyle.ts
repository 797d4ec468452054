import type { GeneratorCard } from "../card.ts";
import { Fault } from "../fault.ts";
import type { Tensor } from "../tensor.ts";

/** Throws Fault where `style` is not [n, size] with the size of this generator's w. */
export function requireStyle(card: GeneratorCard, style: Tensor, port = "w"): void {
  const size = card.style?.size;
  if (size === undefined)
    throw new Fault(`${card.id} is a traditional generator: it takes no style`, {
      port,
      cure: "Use projectLatent and convLayer, or generate, with it.",
    });
  if (style.shape.length !== 2 || style.shape[1] !== size)
    throw new Fault(`${port} is [${style.shape.join(", ")}], ${card.id} takes [n, ${size}]`, {
      port,
      cure: `Take the style from a mapping of ${card.id}.`,
    });
}
