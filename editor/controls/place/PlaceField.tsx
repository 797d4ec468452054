import { useEffect, useState } from "react";
import { cellAt, type Place } from "../../../engine/place.ts";
import { app } from "../../app.ts";
import { useKeyed } from "../../keyed.ts";
import { ofEngine, words } from "../../words.ts";
import type { Control } from "../useControl.ts";
import { placeText, readPlace } from "./placeText.ts";

type Props = Control<Place> & { readonly node: string; readonly compact: boolean };

/** A place as text, `0.42, 0.71`, with the cell of the layer that it lies in. */
export function PlaceField({ spec, label, value, set, settle, reset, node, compact }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const preview = useKeyed(app.runs.nodes, node)?.preview;
  const cell = preview?.kind === "place" ? cellAt(value, preview.grid) : null;
  const wrong = typed !== null && !spec.accepts(readPlace(typed));
  // What was typed is what is meant until another hand moves the place.
  useEffect(
    () => setTyped((before) => (before !== null && same(readPlace(before), value) ? before : null)),
    [value],
  );
  return (
    <span className="placed">
      {cell && <span className="aside">{words.place.cell(cell.column, cell.row)}</span>}
      <input
        className={`value text ${wrong ? "wrong" : ""}`}
        aria-label={label}
        aria-invalid={wrong || undefined}
        title={wrong ? words.expected(ofEngine(spec.expects)) : undefined}
        spellCheck={false}
        autoComplete="off"
        inputMode="decimal"
        value={typed ?? placeText(value)}
        onPointerDown={(event) => event.stopPropagation()}
        onChange={({ target }) => {
          setTyped(target.value);
          set(readPlace(target.value) as Place);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") setTyped(null);
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
        onBlur={() => {
          setTyped(null);
          settle();
        }}
        onDoubleClick={(event) => {
          event.stopPropagation();
          if (compact) reset();
        }}
      />
    </span>
  );
}

const same = (read: readonly number[], place: Place): boolean => read.join() === place.join();
