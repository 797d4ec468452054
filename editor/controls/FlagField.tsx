import type { Control } from "./useControl.ts";

/** Yes or no. */
export function FlagField({ label, value, set, settle }: Control<boolean>) {
  return (
    <button
      type="button"
      role="switch"
      className="flag"
      aria-checked={value}
      aria-label={label}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => {
        set(!value);
        settle();
      }}
    />
  );
}
