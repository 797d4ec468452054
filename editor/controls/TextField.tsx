import { useEffect, useState } from "react";
import { ofEngine, words } from "../words.ts";
import { unitProblem } from "./unitProblem.ts";
import type { Control } from "./useControl.ts";

/** A text, or a list of units such as `3, 17, 40-48`. What the param does not accept is marked and not taken. */
export function TextField({
  spec,
  label,
  value,
  set,
  settle,
  reset,
  compact,
}: Control<string> & { compact: boolean }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const units = spec.kind === "units" ? unitProblem(typed) : null;
  const wrong = units !== null || !spec.accepts(typed);
  const problem = units === null ? words.expected(ofEngine(spec.expects)) : words.noUnit(units);
  return (
    <span className="texted">
      <input
        className={`value text ${wrong ? "wrong" : ""}`}
        aria-label={label}
        aria-invalid={wrong || undefined}
        title={wrong ? problem : undefined}
        placeholder={spec.kind === "units" ? "3, 17, 40-48" : ""}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onPointerDown={(event) => event.stopPropagation()}
        onChange={({ target }) => {
          setTyped(target.value);
          if (spec.kind !== "units" || unitProblem(target.value) === null) set(target.value);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") setTyped(value);
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
        onBlur={() => {
          setTyped(value);
          settle();
        }}
        onDoubleClick={(event) => {
          event.stopPropagation();
          if (compact) reset();
        }}
      />
      {wrong && (
        <span className={`field-problem ${compact ? "tip" : ""}`} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
