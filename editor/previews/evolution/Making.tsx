import { useState } from "react";
import type { EvolutionPicture, SnapshotPicture } from "../../../engine/evolutionPicture.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { PlaneLegend } from "../PlaneLegend.tsx";
import { modesCovered, percent } from "./captions.ts";
import { SamplesView } from "./SamplesView.tsx";
import { Switch } from "./Switch.tsx";

const said = words.evolution;
/** px from which on the legend finds room beside the title. */
const wide = 480;

interface Props {
  readonly run: EvolutionPicture;
  /** The generation that is looked back at; null is now. */
  readonly back: SnapshotPicture | null;
  readonly side: number;
}

/** Left: what it makes, now or at a generation of the history, over what D says now. */
export function Making({ run, back, side }: Props) {
  const [real, setReal] = useState(false);
  const { samples, plane } = back ? { samples: back.samples, plane: behind(run, back) } : run;
  const generation = said.atGenerationAlone(count(back?.generation ?? run.generation));
  const modes = modesCovered(plane?.modes ?? [], back?.measured);
  const good = back ? back.measured?.highQuality : run.highQuality;
  const pictures = samples.kind === "pictures";
  const aside = [
    back && modes !== "" && generation,
    good != null && said.within(percent(good)),
    pictures && said.pictures(count(samples.pictures.length)),
  ];
  const legend = plane && <PlaneLegend plane={plane} />;
  return (
    <section className="making" style={{ width: side }}>
      <header>
        <h3>{modes || generation}</h3>
        <span className="aside">{aside.filter((part) => part).join(", ")}</span>
        {pictures && (
          <Switch
            label={said.shown}
            options={{ made: said.showMade, real: said.showReal }}
            value={real ? "real" : "made"}
            set={(value) => setReal(value === "real")}
          />
        )}
        {side >= wide && legend}
      </header>
      <SamplesView samples={pictures && real ? run.real : samples} under={plane} side={side} named />
      {side < wide && legend}
    </section>
  );
}

/** What lay under an earlier generation: its D is no longer known. */
function behind({ plane }: EvolutionPicture, { modes }: SnapshotPicture) {
  return plane && { ...plane, modes, field: null, grid: [] };
}
