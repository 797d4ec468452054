import { spoken } from "../words.ts";
import type { Control } from "./useControl.ts";

/** Some of the options that the declaration lists, each a switch of its own. */
export function ChoicesField({ spec, label, value, set, settle }: Control<string>) {
  const options = spec.options ?? [];
  const chosen = value
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const toggle = (option: string) => {
    const next = options.filter((each) => chosen.includes(each) !== (each === option));
    set(next.join(", "));
    settle();
  };
  return (
    <fieldset className="choices" aria-label={label}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={chosen.includes(option)}
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => toggle(option)}
        >
          {spoken(option)}
        </button>
      ))}
    </fieldset>
  );
}
