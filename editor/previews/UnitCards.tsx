import Search from "lucide-react/icons/search";
import { useMemo, useState } from "react";
import { type UnitCards as Cards, shownCards } from "../../engine/gan/unitCards.ts";
import type { Preview } from "../../engine/preview.ts";
import { count } from "../numbers.ts";
import { setParams } from "../setParams.ts";
import { words } from "../words.ts";
import { UnitCard } from "./UnitCard.tsx";

type UnitsPreview = Preview & { readonly kind: "units" };

interface Props {
  readonly preview: UnitsPreview;
  readonly width: number;
  readonly node: string | undefined;
  readonly full: boolean;
}

/** px of a card at least, and cards on a node; over the whole window all are there, drawn as they come into view. */
const narrowest = { node: 148, full: 220 };
const onNode = { plain: 12, pictured: 6 };

/** Units as cards; a click chooses one. Over the whole window with a search and the concepts to choose among. */
export function UnitCards({ preview, width, node, full }: Props) {
  const [wanted, setWanted] = useState("");
  const shown = useMemo(() => found(shownCards(preview), wanted), [preview, wanted]);
  const pictures = useMemo(() => picturesOf(preview), [preview]);
  const columns = Math.max(1, Math.floor(width / (full ? narrowest.full : narrowest.node)));
  const most = preview.pictures ? onNode.pictured : onNode.plain;
  const cards = full ? shown : shown.slice(0, Math.max(columns, most - (most % columns)));
  const [chosen, artifacts] = [new Set(preview.chosen), new Set(preview.artifacts)];
  const toggle = (name: "units" | "artifacts", list: readonly number[], unit: number) => {
    const next = list.includes(unit) ? list.filter((other) => other !== unit) : [...list, unit];
    if (node !== undefined) setParams(node, { [name]: next.join(", ") });
  };
  return (
    <div className={`units-view ${full ? "full" : ""}`}>
      {full && <UnitsHead {...{ preview, node, wanted, setWanted }} />}
      <p className="units-count">
        {words.unitsStand(count(shown.length), count(preview.cards.length), preview.minIoU)}
        {preview.chosen.length > 0 && <strong> {words.unitsChosen(count(preview.chosen.length))}</strong>}
      </p>
      <div className="unit-cards" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
        {cards.map((card) => (
          <UnitCard
            key={card.unit}
            card={card}
            pictures={pictures.get(card.unit) ?? null}
            chosen={chosen.has(card.unit)}
            artifact={artifacts.has(card.unit)}
            choose={() => toggle("units", preview.chosen, card.unit)}
            mark={() => toggle("artifacts", preview.artifacts, card.unit)}
          />
        ))}
      </div>
      {shown.length > cards.length && (
        <p className="more">{words.moreUnits(count(shown.length - cards.length))}</p>
      )}
      {shown.length === 0 && <p className="more">{words.noUnits}</p>}
    </div>
  );
}

interface HeadProps {
  readonly preview: UnitsPreview;
  readonly node: string | undefined;
  readonly wanted: string;
  setWanted(text: string): void;
}

/** Concepts with their units to choose among, and a search. */
function UnitsHead({ preview, node, wanted, setWanted }: HeadProps) {
  const counts = useMemo(() => countsOf(preview), [preview]);
  return (
    <div className="units-head">
      <fieldset className="concepts" aria-label={words.concepts}>
        {counts.map(([concept, units]) => (
          <button
            type="button"
            key={concept}
            aria-pressed={concept === preview.concept}
            onClick={() =>
              node !== undefined && setParams(node, { concept: concept === preview.concept ? "" : concept })
            }
          >
            {concept} <span>{count(units)}</span>
          </button>
        ))}
      </fieldset>
      <div className="search">
        <Search size={14} strokeWidth={1.4} aria-hidden />
        <input
          type="search"
          aria-label={words.findUnit}
          placeholder={words.findUnit}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      </div>
    </div>
  );
}

/** Units of each concept above the least IoU, the concept with most first. */
function countsOf(view: Cards): [string, number][] {
  const counts = new Map<string, number>();
  for (const { concept } of shownCards({ ...view, concept: "", chosen: [], artifacts: [] }))
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
  if (view.concept !== "" && !counts.has(view.concept)) counts.set(view.concept, 0);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** Cards whose unit has this number, or whose concept or runner-up holds the text. */
function found(cards: ReturnType<typeof shownCards>, wanted: string): ReturnType<typeof shownCards> {
  const text = wanted.trim().toLowerCase();
  if (text === "") return cards;
  return cards.filter(
    ({ unit, concept, runnerUp }) =>
      String(unit) === text ||
      concept.toLowerCase().includes(text) ||
      (!/^\d+$/.test(text) && runnerUp?.concept.toLowerCase().includes(text)),
  );
}

export interface UnitPictures {
  readonly width: number;
  readonly height: number;
  readonly samples: readonly Uint8ClampedArray<ArrayBuffer>[];
}

function picturesOf({ pictures }: UnitsPreview): ReadonlyMap<number, UnitPictures> {
  if (!pictures) return new Map();
  const { each, units, samples, width, height } = pictures;
  return new Map(
    units.map((unit, at) => [unit, { width, height, samples: samples.slice(at * each, (at + 1) * each) }]),
  );
}
