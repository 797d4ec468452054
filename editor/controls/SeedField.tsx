import Dices from "lucide-react/icons/dices";
import { words } from "../words.ts";
import { NumberField } from "./NumberField.tsx";
import type { Control } from "./useControl.ts";

/** A seed: a number, and a die for another one. */
export function SeedField(control: Control<number>) {
  return (
    <span className="seed">
      <button
        type="button"
        className="die"
        aria-label={words.roll}
        title={words.roll}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={() => {
          control.set(Math.floor(Math.random() * 10_000));
          control.settle();
        }}
      >
        <Dices size={12} strokeWidth={1.4} aria-hidden />
      </button>
      <NumberField {...control} />
    </span>
  );
}
