import { useStore } from "zustand";
import { app } from "../app.ts";
import { modelOf } from "../modelOf.ts";
import { words } from "../words.ts";
import { Select } from "./Select.tsx";
import type { Control } from "./useControl.ts";

/** A layer of the generator whose values reach the node. */
export function LayerField({ label, value, set, settle, node }: Control<string> & { node: string }) {
  const cards = useStore(app.surroundings, ({ cards }) => cards);
  const model = useStore(app.store, ({ document }) => modelOf(document, app.catalogue, node));
  const card = cards.find(({ id }) => id === model);
  const layers = card?.kind === "generator" ? card.layers.map(({ name }) => name) : [];
  const missing = value !== "" && !layers.includes(value);
  const choose = (next: string) => {
    set(next);
    settle();
  };
  return (
    <Select label={label} value={value} set={choose} wrong={missing && layers.length > 0}>
      <option value="">{words.defaultLayer}</option>
      {missing && <option value={value}>{value}</option>}
      {layers.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
