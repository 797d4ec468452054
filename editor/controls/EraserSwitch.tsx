import Eraser from "lucide-react/icons/eraser";
import type { Icon } from "../icons.ts";

interface Props {
  /** Of what draws. */
  readonly icon: Icon;
  readonly draw: string;
  readonly erase: string;
  readonly erases: boolean;
  choose(erases: boolean): void;
}

/** What the hand holds: a tool that draws, or the eraser. */
export function EraserSwitch({ icon, draw, erase, erases, choose }: Props) {
  const mode = (value: boolean, label: string, Mark: Icon) => (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons that behaves as one choice
    <button
      type="button"
      role="radio"
      aria-checked={erases === value}
      aria-label={label}
      title={label}
      onClick={() => choose(value)}
    >
      <Mark size={12} strokeWidth={1.6} aria-hidden />
    </button>
  );
  return (
    <span className="switch">
      {mode(false, draw, icon)}
      {mode(true, erase, Eraser)}
    </span>
  );
}
