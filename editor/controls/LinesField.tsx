import type { Control } from "./useControl.ts";

/** A text of several lines. */
export function LinesField({ spec, label, value, set, settle }: Control<string>) {
  return (
    <textarea
      className="value lines"
      aria-label={label}
      title={spec.doc}
      rows={8}
      wrap="off"
      spellCheck={false}
      value={value}
      onPointerDown={(event) => event.stopPropagation()}
      onChange={({ target }) => set(target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") event.currentTarget.blur();
      }}
      onBlur={settle}
    />
  );
}
