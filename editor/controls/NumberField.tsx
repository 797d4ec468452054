import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { real } from "../numbers.ts";
import { ofEngine, words } from "../words.ts";
import type { Control } from "./useControl.ts";

/** Pixels of dragging that make one step. */
const perStep = 5;

/** A number with its unit: drag scrubs, Shift finer, click types, arrows step, double-click resets. */
export function NumberField({ spec, label, value, set, settle, reset }: Control<number>) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const integer = spec.kind === "integer";
  const step = spec.step ?? (integer ? 1 : 0.1);
  const clamp = (next: number) => clamped(next, spec.min, spec.max, integer);
  const scrub = useScrub(value, step, integer, (next) => set(clamp(next)), settle, field);
  const { unit = "" } = spec;
  const wrong = typed !== null && !spec.accepts(parsed(typed, unit));
  useEffect(() => {
    // What was typed is what is meant until another hand changes the value.
    setTyped((before) => (before !== null && parsed(before, unit) === value ? before : null));
  }, [value, unit]);

  function keyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (up !== undefined) {
      event.preventDefault();
      setTyped(null);
      set(clamp(tidy(value + up * (event.shiftKey && !integer ? step / 10 : step))));
    }
    if (event.key === "Escape") setTyped(null);
    if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <input
      ref={field}
      className={`value number ${wrong ? "wrong" : ""}`}
      role="spinbutton"
      inputMode={integer ? "numeric" : "decimal"}
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-valuenow={value}
      aria-valuetext={unit === "" ? undefined : `${shown(value, integer)} ${unit}`}
      aria-valuemin={spec.min}
      aria-valuemax={spec.max}
      aria-invalid={wrong || undefined}
      title={wrong ? words.expected(ofEngine(spec.expects)) : undefined}
      value={typed ?? `${shown(value, integer)} ${unit}`.trim()}
      style={fill(value, spec.min, spec.max)}
      onChange={({ target }) => {
        setTyped(target.value);
        set(parsed(target.value, unit));
      }}
      onFocus={({ target }) => target.select()}
      onBlur={() => {
        setTyped(null);
        settle();
      }}
      onKeyDown={keyDown}
      onDoubleClick={(event) => {
        event.stopPropagation();
        reset();
      }}
      {...scrub}
    />
  );
}

const shown = (value: number, integer: boolean): string =>
  integer ? String(value).replace("-", "−") : real(value, Math.max(2, decimalsOf(value)));

/** Of the first four digits that count. */
const decimalsOf = (value: number): number => String(Number(value.toPrecision(4))).split(".")[1]?.length ?? 0;

/** What was typed, with its unit or without. */
function parsed(text: string, unit: string): number {
  const bare = text.trim().endsWith(unit) ? text.trim().slice(0, -unit.length || undefined) : text;
  return bare.trim() === "" ? Number.NaN : Number(bare.trim().replace("−", "-").replace(",", "."));
}

/** Without the dust that adding 0.1 leaves. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function clamped(value: number, min = -Infinity, max = Infinity, integer = false): number {
  const inside = Math.min(max, Math.max(min, value));
  return integer ? Math.round(inside) : inside;
}

/** A value between bounds shows how far along it is. */
function fill(value: number, min?: number, max?: number) {
  if (min === undefined || max === undefined || max - min > 1000) return undefined;
  const share = Math.min(1, Math.max(0, (value - min) / (max - min)));
  return { "--share": `${share * 100}%` } as React.CSSProperties;
}

function useScrub(
  value: number,
  step: number,
  integer: boolean,
  set: (value: number) => void,
  settle: () => void,
  field: { readonly current: HTMLInputElement | null },
) {
  const start = useRef<{ x: number; at: number; moved: boolean } | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLInputElement>) {
      event.stopPropagation();
      if (event.button !== 0 || document.activeElement === field.current) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, at: value, moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLInputElement>) {
      const { current } = start;
      if (!current) return;
      const far = event.clientX - current.x;
      current.moved ||= Math.abs(far) > 3;
      const finer = event.shiftKey ? 0.1 : 1;
      const steps = integer
        ? Math.trunc((far * finer) / perStep)
        : Math.round((far * finer) / perStep / 0.1) * 0.1;
      if (current.moved) set(tidy(current.at + steps * step));
    },
    onPointerUp() {
      const { current } = start;
      start.current = null;
      if (current && !current.moved) field.current?.focus();
      if (current?.moved) settle();
    },
    onPointerCancel() {
      start.current = null;
      settle();
    },
  };
}
