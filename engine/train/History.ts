/** What is kept of a run on its way: how well its samples fit, and generations to look back at. */
import type { Measured, Snapshot } from "../gan/evolution.ts";
import { coverage } from "../gan/modeCoverage.ts";
import { type HostTensor, slice } from "../tensor.ts";
import { drawLatents } from "./draws.ts";
import type { Evolver } from "./Evolver.ts";
import type { EvolveSettings, TrainingData } from "./settings.ts";

/** Fixed latents that a run is measured by where the modes are known; of these so many are shown. */
const measuredPoints = 2000;
const shownPoints = 512;
const shownImages = 16;
/** How many snapshots there are at the end, the first one apart; and measurements. */
const snapshots = 11;
const measurements = 100;

export class History {
  readonly measured: Measured[] = [];
  readonly snapshots: Snapshot[] = [];
  readonly #settings: EvolveSettings;
  readonly #data: TrainingData;
  readonly #latents: HostTensor;

  constructor(
    settings: EvolveSettings,
    data: TrainingData,
    from: Pick<History, "measured" | "snapshots"> | null = null,
  ) {
    this.#settings = settings;
    this.#data = data;
    const count = data.samples.shape.length > 2 ? shownImages : data.modes ? measuredPoints : shownPoints;
    this.#latents = drawLatents(settings, "evolve:fixed", 0, count);
    this.measured.push(...(from?.measured ?? []));
    this.snapshots.push(...(from?.snapshots ?? []));
  }

  /** After each generation, and before the first; `last` where none follows. */
  async note(evolver: Evolver, last = false): Promise<void> {
    const { generation, parents } = evolver.state;
    const { steps } = this.#settings;
    const due = (times: number) => last || generation % Math.max(1, Math.ceil(steps / times)) === 0;
    const { modes } = this.#data;
    const measure = modes !== null && due(measurements) && this.measured.at(-1)?.generation !== generation;
    const snap = due(snapshots) && this.snapshots.at(-1)?.generation !== generation;
    if (!measure && !snap) return;
    const weights = await evolver.read((parents[0] as (typeof parents)[0]).weights);
    const samples = await evolver.sample(weights, this.#latents);
    if (measure) {
      const { covered, highQuality } = coverage(samples.data as Float32Array, modes);
      this.measured.push({ generation, modes: covered, highQuality });
    }
    if (!snap) return;
    const shown = samples.shape.length > 2 ? shownImages : Math.min(shownPoints, samples.shape[0] ?? 0);
    const measured = this.measured.at(-1);
    this.snapshots.push({
      generation,
      samples: slice(samples, 0, shown),
      measured: measured?.generation === generation ? measured : null,
      weights: evolver.parts(weights),
    });
  }
}
