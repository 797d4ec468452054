import { actionNamed, perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import type { Icon } from "../icons.ts";

interface Props {
  readonly id: string;
  readonly icon: Icon;
  readonly disabled?: boolean;
  /** For a command that turns something on and off. */
  readonly pressed?: boolean;
}

/** A command as an icon: its name, and its keys in the tip. */
export function ActionButton({ id, icon: Icon, disabled = false, pressed }: Props) {
  const { label, shortcut } = actionNamed(id);
  const why = disabled ? (actionNamed(id).why?.() ?? null) : null;
  const tip = why ?? (shortcut ? `${label} (${keysOf(shortcut)})` : label);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={tip}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={() => perform(id)}
    >
      <Icon size={16} strokeWidth={1.4} aria-hidden />
    </button>
  );
}
