/** The effect of every unit alone (Bau et al. 2018, section 3.2). */
import { breathe } from "../breathe.ts";
import type { Context } from "../context.ts";
import { Stop } from "../failure.ts";
import { unitMask } from "../gpu/kernels/unitMask.ts";
import { tensor } from "../tensor.ts";
import type { Features } from "../values.ts";
import { classShares, ShareSums } from "./classShares.ts";
import { conceptId } from "./concepts.ts";
import { type Rest, resume } from "./resume.ts";
import { segment } from "./segment.ts";
import type { SegmenterModel } from "./segmenter.ts";
import { unitAlpha } from "./units.ts";

/** Shares of a concept over samples: as it is, and for each unit what is left and how it changed without it. */
export class UnitEffects {
  readonly of: Pick<Features, "generator" | "layer">;
  readonly before = new ShareSums();
  readonly units = new Map<number, { readonly after: ShareSums; readonly change: ShareSums }>();

  constructor(of: Pick<Features, "generator" | "layer">) {
    this.of = of;
  }

  get samples(): number {
    return this.before.samples;
  }

  merge(other: UnitEffects): void {
    this.before.merge(other.before);
    for (const [unit, { after, change }] of other.units) {
      const own = this.units.get(unit) ?? { after: new ShareSums(), change: new ShareSums() };
      own.after.merge(after);
      own.change.merge(change);
      this.units.set(unit, own);
    }
  }
}

/** What is measured: the share of `concept` by `network`, without each of the `chosen` units; all where none are. */
interface Measure {
  readonly network: SegmenterModel;
  readonly concept: string;
  readonly chosen: readonly number[];
}

/** Ablates each unit alone, everywhere, and runs the layers after it. Throws Fault, or Stop between units. */
export async function singleAblations(
  context: Context,
  features: Features,
  rest: Rest,
  { network, concept, chosen }: Measure,
): Promise<UnitEffects> {
  const [, count = 0, height = 0, width = 0] = features.tensor.shape;
  const id = conceptId(network.card, concept);
  const { generator, layer } = features;
  const effects = new UnitEffects({ generator, layer });
  const shareOf = async (edited: Features) => {
    const pictures = await resume(context, edited, rest);
    const { tensor: ids } = await segment(context, network, pictures);
    const shares = classShares(await context.runtime.read(ids), network.card.classes.length);
    context.runtime.release(ids);
    context.runtime.release(pictures.tensor);
    return shares.map((each) => each[id] ?? 0);
  };
  const before = await shareOf(features);
  for (const share of before) effects.before.add([share]);
  const everywhere = tensor([1, height, width], new Float32Array(height * width).fill(1));
  for (const unit of chosen.length > 0 ? chosen : Array.from({ length: count }, (_, index) => index)) {
    await breathe();
    if (context.signal.aborted) throw new Stop();
    const alpha = tensor([count], unitAlpha([unit], count));
    const given = [features.tensor, alpha, everywhere, alpha];
    const ablated = await context.runtime.apply(unitMask, given, { mode: "ablate" });
    const after = await shareOf({ ...features, tensor: ablated });
    context.runtime.release(ablated);
    const sums = { after: new ShareSums(), change: new ShareSums() };
    for (const [sample, share] of after.entries()) {
      sums.after.add([share]);
      sums.change.add([share - (before[sample] ?? 0)]);
    }
    effects.units.set(unit, sums);
  }
  return effects;
}

/** A row a unit: unit, before, after, effect, relative, error; what removes most comes first. */
export function rankRows({ before, units }: UnitEffects): (number | null)[][] {
  const was = before.mean(0);
  return [...units]
    .map(([unit, { after, change }]) => ({
      unit,
      is: after.mean(0),
      effect: change.mean(0),
      error: change.error(0),
    }))
    .sort((a, b) => a.effect - b.effect || a.unit - b.unit)
    .map(({ unit, is, effect, error }) => [unit, was, is, effect, was > 0 ? effect / was : null, error]);
}
