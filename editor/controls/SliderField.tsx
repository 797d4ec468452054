import { NumberField } from "./NumberField.tsx";
import type { Control } from "./useControl.ts";

/** More steps than this no hand can tell apart. */
const mostSteps = 1000;

/** A number; between bounds, and where there is room, with a slider beside it. Keys find the number alone. */
export function SliderField({ compact, ...control }: Control<number> & { compact: boolean }) {
  const { spec, value, set, settle, reset } = control;
  const { min, max, step = 1, kind } = spec;
  const slides =
    !compact && min !== undefined && max !== undefined && (max - min) / step <= mostSteps && max > min;
  if (!slides) return <NumberField {...control} />;
  return (
    <span className="slid">
      <input
        type="range"
        className="slider"
        aria-hidden
        tabIndex={-1}
        min={min}
        max={max}
        step={kind === "integer" ? step : step / 10}
        value={value}
        style={{ "--share": (value - min) / (max - min) } as React.CSSProperties}
        onChange={({ target }) => set(Number(target.value))}
        onPointerUp={settle}
        onDoubleClick={reset}
      />
      <NumberField {...control} />
    </span>
  );
}
