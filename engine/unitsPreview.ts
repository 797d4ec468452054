import type { Runtime } from "./context.ts";
import { shownCards } from "./gan/unitCards.ts";
import { toPixels } from "./gpu/kernels/toPixels.ts";
import type { View } from "./node.ts";
import type { Preview } from "./preview.ts";
import { tensor } from "./tensor.ts";

type UnitsView = View & { readonly kind: "units" };
type UnitsPreview = Preview & { readonly kind: "units" };

/** Pictures that are sent along, the first cards' first: as much as a page shows without effort. */
const mostPictures = 256;
const mostEach = 4;

/** A view of units with up to four pictures a card, for as many cards as `most` pictures allow. */
export async function unitsPreview(
  { top, each, ...view }: UnitsView,
  runtime: Runtime,
  most = mostPictures,
): Promise<UnitsPreview> {
  const shown = Math.min(each, mostEach);
  if (top === null || shown === 0) return { ...view, pictures: null };
  const host = await runtime.read(top.tensor);
  const [, channels = 3, height = 0, width = 0] = host.shape;
  const size = channels * height * width;
  const units = shownCards(view)
    .slice(0, Math.floor(most / shown))
    .map(({ unit }) => unit);
  const gathered = new Float32Array(units.length * shown * size);
  for (const [at, unit] of units.entries())
    gathered.set(host.data.subarray(unit * each * size, (unit * each + shown) * size), at * shown * size);
  const strip = tensor([units.length * shown, channels, height, width], gathered);
  const painted = await runtime.apply(toPixels, [strip], {});
  const { data } = await runtime.read(painted);
  runtime.release(painted);
  const samples = Array.from({ length: units.length * shown }, (_, i) => {
    const pixels = data.slice(i * height * width, (i + 1) * height * width);
    return new Uint8ClampedArray(pixels.buffer as ArrayBuffer);
  });
  return { ...view, pictures: { width, height, each: shown, units, samples } };
}
