import { spoken } from "../words.ts";
import { Select } from "./Select.tsx";
import type { Control } from "./useControl.ts";

/** One of the options that the declaration lists. */
export function ChoiceField({ spec, label, value, set, settle }: Control<string>) {
  const choose = (next: string) => {
    set(next);
    settle();
  };
  return (
    <Select label={label} value={value} set={choose}>
      {spec.options?.map((option) => (
        <option key={option} value={option}>
          {spoken(option)}
        </option>
      ))}
    </Select>
  );
}
