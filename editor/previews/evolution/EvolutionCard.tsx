import { ContactSheet } from "../ContactSheet.tsx";
import { PlanePicture } from "../PlanePicture.tsx";
import { type EvolutionPicture, summary } from "./captions.ts";

/** A run on its node: what it makes, and one line beneath. */
export function EvolutionCard({ run, width }: { run: EvolutionPicture; width: number }) {
  const { samples, plane } = run;
  return (
    <div className="evolution-card">
      {samples.kind === "points" && plane ? (
        <PlanePicture plane={{ ...plane, points: samples.points }} side={width} />
      ) : (
        samples.kind === "pictures" && <ContactSheet samples={samples} side={width} />
      )}
      <p className={run.diverged === null ? "" : "tone-error"}>{summary(run)}</p>
    </div>
  );
}
