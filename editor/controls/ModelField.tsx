import { useStore } from "zustand";
import { app } from "../app.ts";
import { words } from "../words.ts";
import { Select } from "./Select.tsx";
import type { Control } from "./useControl.ts";

/** One of the models at hand of the kind that fits. */
export function ModelField({ spec, label, value, set, settle }: Control<string>) {
  const cards = useStore(app.surroundings, ({ cards }) => cards);
  const fitting = cards.filter(({ kind }) => kind === spec.model);
  const missing = !fitting.some(({ id }) => id === value);
  const choose = (next: string) => {
    set(next);
    settle();
  };
  return (
    <Select label={label} value={value} set={choose} wrong={missing && cards.length > 0}>
      {missing && <option value={value}>{cards.length > 0 ? words.missing(value) : value}</option>}
      {fitting.map(({ id, title }) => (
        <option key={id} value={id}>
          {title || id}
        </option>
      ))}
    </Select>
  );
}
