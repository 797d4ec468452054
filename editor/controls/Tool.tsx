import type { Icon } from "../icons.ts";

interface Props {
  readonly icon: Icon;
  readonly label: string;
  readonly disabled?: boolean;
  act(): void;
}

/** A small button among the tools of a control. */
export function Tool({ icon: Mark, label, disabled = false, act }: Props) {
  return (
    <button
      type="button"
      className="icon-button tool"
      aria-label={label}
      title={label}
      disabled={disabled}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={act}
    >
      <Mark size={12} strokeWidth={1.6} aria-hidden />
    </button>
  );
}
