import ChevronDown from "lucide-react/icons/chevron-down";
import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly wrong?: boolean;
  set(value: string): void;
  readonly children: ReactNode;
}

/** A choice that opens in place: the browser's own list behind our face. */
export function Select({ label, value, wrong = false, set, children }: Props) {
  return (
    <span className={`value select ${wrong ? "wrong" : ""}`}>
      <select
        aria-label={label}
        aria-invalid={wrong || undefined}
        value={value}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
        onChange={({ target }) => set(target.value)}
      >
        {children}
      </select>
      <ChevronDown size={12} strokeWidth={1.6} aria-hidden />
    </span>
  );
}
