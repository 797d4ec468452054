/** The effect of every unit alone on a concept (Bau et al. 2018, section 3.2). */
import type { Features } from "../values.ts";
import { ShareSums } from "./classShares.ts";
import type { Edited, SingleEdit } from "./singleEdits.ts";

/** Shares of a concept over samples: as it is, and for each unit what it becomes and how it changes by editing that unit. */
export class UnitEffects {
  readonly of: Pick<Features, "generator" | "layer">;
  readonly before = new ShareSums();
  readonly units = new Map<number, { readonly after: ShareSums; readonly change: ShareSums }>();

  constructor({ generator, layer }: Pick<Features, "generator" | "layer">) {
    this.of = { generator, layer };
  }

  get samples(): number {
    return this.before.samples;
  }

  /** Takes the edits of some samples: before any, then of each unit alone. `id` is the class that counts. */
  async add(edits: AsyncIterable<Edited>, id: number): Promise<void> {
    let before: readonly Float64Array[] = [];
    for await (const { unit, shares } of edits) {
      if (unit === null) {
        before = shares;
        for (const each of shares) this.before.add([each[id] ?? 0]);
        continue;
      }
      const { after, change } = this.#sumsOf(unit);
      for (const [sample, each] of shares.entries()) {
        after.add([each[id] ?? 0]);
        change.add([(each[id] ?? 0) - (before[sample]?.[id] ?? 0)]);
      }
    }
  }

  merge(other: UnitEffects): void {
    this.before.merge(other.before);
    for (const [unit, { after, change }] of other.units) {
      const own = this.#sumsOf(unit);
      own.after.merge(after);
      own.change.merge(change);
    }
  }

  #sumsOf(unit: number): { readonly after: ShareSums; readonly change: ShareSums } {
    const sums = this.units.get(unit) ?? { after: new ShareSums(), change: new ShareSums() };
    this.units.set(unit, sums);
    return sums;
  }
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
