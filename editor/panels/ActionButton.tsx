import { actionNamed, perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import type { Icon } from "../icons.ts";

interface Props {
  readonly id: string;
  readonly icon: Icon;
  readonly disabled?: boolean;
}

/** A command as an icon: its name, and its keys in the tip. */
export function ActionButton({ id, icon: Icon, disabled = false }: Props) {
  const { label, shortcut } = actionNamed(id);
  const tip = shortcut ? `${label} (${keysOf(shortcut)})` : label;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={tip}
      disabled={disabled}
      onClick={() => perform(id)}
    >
      <Icon size={16} strokeWidth={1.4} aria-hidden />
    </button>
  );
}
