/** The effect of every unit alone (Bau et al. 2018, section 3.2). */
import { breathe } from "../breathe.ts";
import type { Context } from "../context.ts";
import { Stop } from "../failure.ts";
import { unitMask } from "../gpu/kernels/unitMask.ts";
import { type Tensor, tensor } from "../tensor.ts";
import type { Features } from "../values.ts";
import { classShares, ShareSums } from "./classShares.ts";
import { conceptId } from "./concepts.ts";
import { type Rest, resume } from "./resume.ts";
import { segment } from "./segment.ts";
import type { SegmenterModel } from "./segmenter.ts";
import { unitAlpha } from "./units.ts";

/** Shares of a concept over samples: as it is, and for each unit what it becomes and how it changes by editing that unit. */
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

/** What is measured: the share of `concept` by `network`. */
interface Measure {
  readonly network: SegmenterModel;
  readonly concept: string;
}

/** What is done to each of the `chosen` units alone; to all where none are. */
export interface SingleEdit {
  readonly mode: "ablate" | "insert";
  readonly chosen: readonly number[];
  /** [n or 1, h, w] on the grid of the layer. */
  readonly region: Tensor;
  /** [units]: what is put into each. */
  readonly levels: Tensor;
}

/** Edits each unit alone and runs the layers after it. Throws Fault, or Stop between units. */
export async function singleEdits(
  context: Context,
  features: Features,
  rest: Rest,
  { network, concept }: Measure,
  { mode, chosen, region, levels }: SingleEdit,
): Promise<UnitEffects> {
  const [, count = 0] = features.tensor.shape;
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
  for (const unit of chosen.length > 0 ? chosen : Array.from({ length: count }, (_, index) => index)) {
    await breathe();
    if (context.signal.aborted) throw new Stop();
    const alpha = tensor([count], unitAlpha([unit], count));
    const given = [features.tensor, alpha, region, levels];
    const edited = await context.runtime.apply(unitMask, given, { mode });
    const after = await shareOf({ ...features, tensor: edited });
    context.runtime.release(edited);
    const sums = { after: new ShareSums(), change: new ShareSums() };
    for (const [sample, share] of after.entries()) {
      sums.after.add([share]);
      sums.change.add([share - (before[sample] ?? 0)]);
    }
    effects.units.set(unit, sums);
  }
  return effects;
}

/** A row a unit: unit, before, after, effect, relative, error; what removes most comes first, of insertions what adds most. */
export function rankRows({ before, units }: UnitEffects, mode: SingleEdit["mode"]): (number | null)[][] {
  const was = before.mean(0);
  const wanted = mode === "ablate" ? 1 : -1;
  return [...units]
    .map(([unit, { after, change }]) => ({
      unit,
      is: after.mean(0),
      effect: change.mean(0),
      error: change.error(0),
    }))
    .sort((a, b) => wanted * (a.effect - b.effect) || a.unit - b.unit)
    .map(({ unit, is, effect, error }) => [unit, was, is, effect, was > 0 ? effect / was : null, error]);
}
