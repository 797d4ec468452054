import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { app } from "../app.ts";
import { conceptsOf } from "../conceptsOf.ts";
import { words } from "../words.ts";
import { Select } from "./Select.tsx";
import { TextField } from "./TextField.tsx";
import type { Control } from "./useControl.ts";

/** A concept of the segmenter whose classes reach the node; a text where no segmenter tells them. */
export function ConceptField({
  node,
  compact,
  ...control
}: Control<string> & { node: string; compact: boolean }) {
  const { spec, label, value, set, settle } = control;
  const cards = useStore(app.surroundings, (state) => state.cards);
  const concepts = useStore(
    app.store,
    useShallow(({ document }) => conceptsOf(document, app.catalogue, cards, node)),
  );
  if (concepts.length === 0) return <TextField {...control} compact={compact} />;
  const missing = value !== "" && !concepts.includes(value);
  const choose = (next: string) => {
    set(next);
    settle();
  };
  return (
    <Select label={label} value={value} set={choose} wrong={missing}>
      {(spec.default === "" || value === "") && <option value="">{words.anyConcept}</option>}
      {missing && <option value={value}>{words.missing(value)}</option>}
      {concepts.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
