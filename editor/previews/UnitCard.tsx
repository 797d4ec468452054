import Check from "lucide-react/icons/check";
import Flag from "lucide-react/icons/flag";
import Plus from "lucide-react/icons/plus";
import type { UnitConcept } from "../../engine/gan/unitConcepts.ts";
import { real } from "../numbers.ts";
import { words } from "../words.ts";
import { Plane } from "./Plane.tsx";
import type { UnitPictures } from "./UnitCards.tsx";

interface Props {
  readonly card: UnitConcept;
  readonly pictures: UnitPictures | null;
  readonly chosen: boolean;
  readonly artifact: boolean;
  choose(): void;
  mark(): void;
}

const digits = 3;

/** One unit: what it stands for, how well, its pictures, the concept after that. */
export function UnitCard({ card, pictures, chosen, artifact, choose, mark }: Props) {
  const { unit, concept, iou, runnerUp } = card;
  const still = (event: { stopPropagation(): void }) => event.stopPropagation();
  return (
    <div className={`unit-card ${chosen ? "chosen" : ""} ${artifact ? "artifact" : ""}`} data-unit={unit}>
      <button
        type="button"
        className="unit-face"
        aria-pressed={chosen}
        aria-label={words.unitCard(concept, unit, real(iou, digits))}
        onPointerDown={still}
        onClick={choose}
      >
        <span className="unit-title">
          <strong>{concept || words.noConcept}</strong>
          <span>{words.unit(unit)}</span>
          <em>{real(iou, digits)}</em>
        </span>
        {pictures && (
          <span className="unit-pictures">
            {pictures.samples.map((pixels, sample) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sample is its index
              <Plane key={sample} pixels={pixels} width={pictures.width} height={pictures.height} />
            ))}
          </span>
        )}
        <span className="unit-foot">
          <span>{runnerUp ? words.runnerUp(runnerUp.concept, real(runnerUp.iou, digits)) : ""}</span>
          {chosen ? (
            <Check size={14} strokeWidth={1.8} aria-hidden />
          ) : (
            <Plus size={14} strokeWidth={1.4} aria-hidden />
          )}
        </span>
      </button>
      <button
        type="button"
        className="unit-mark"
        aria-pressed={artifact}
        aria-label={words.markArtifact(unit)}
        title={artifact ? words.unmarkArtifact : words.artifact}
        onPointerDown={still}
        onClick={mark}
      >
        <Flag size={12} strokeWidth={1.6} aria-hidden />
      </button>
    </div>
  );
}
