/** Editing each unit alone (Bau et al. 2018, section 3.2). */
import { breathe } from "../breathe.ts";
import type { Context } from "../context.ts";
import { Stop } from "../failure.ts";
import { unitMask } from "../gpu/kernels/unitMask.ts";
import { type HostTensor, type Tensor, tensor } from "../tensor.ts";
import type { Features } from "../values.ts";
import { classShares } from "./classShares.ts";
import { type Rest, resume } from "./resume.ts";
import { segment } from "./segment.ts";
import type { SegmenterModel } from "./segmenter.ts";
import { unitAlpha } from "./units.ts";

/** What is done to each of the `chosen` units alone. */
export interface SingleEdit {
  readonly mode: "ablate" | "insert";
  readonly chosen: readonly number[];
  /** [n or 1, h, w] on the grid of the layer. */
  readonly region: Tensor;
  /** [units]: what insert puts into each. */
  readonly levels: Tensor;
}

/** What pictures show after an edit. */
export interface Edited {
  /** Null before any edit. */
  readonly unit: number | null;
  /** The share of each sample's pixels that each class takes, [n][classes]. */
  readonly shares: readonly Float64Array[];
}

/** Features as they are, then with each unit edited alone: the layers after them run, and `network` names what is seen. */
export async function* singleEdits(
  context: Context,
  features: Features,
  rest: Rest,
  network: SegmenterModel,
  { mode, chosen, region, levels }: SingleEdit,
): AsyncGenerator<Edited> {
  const [, count = 0] = features.tensor.shape;
  yield { unit: null, shares: await sharesOf(context, features, rest, network) };
  for (const unit of chosen) {
    await breathe();
    if (context.signal.aborted) throw new Stop();
    const alpha = tensor([count], unitAlpha([unit], count));
    const edited = await context.runtime.apply(unitMask, [features.tensor, alpha, region, levels], { mode });
    const shares = await sharesOf(context, { ...features, tensor: edited }, rest, network);
    context.runtime.release(edited);
    yield { unit, shares };
  }
}

async function sharesOf(
  context: Context,
  features: Features,
  rest: Rest,
  network: SegmenterModel,
): Promise<Float64Array[]> {
  const pictures = await resume(context, features, rest);
  const { tensor: ids } = await segment(context, network, pictures);
  const seen: HostTensor = await context.runtime.read(ids);
  context.runtime.release(ids);
  context.runtime.release(pictures.tensor);
  return classShares(seen, network.card.classes.length);
}
