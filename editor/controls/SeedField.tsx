import Dices from "lucide-react/icons/dices";
import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import type { GraphNode } from "../../engine/document.ts";
import { app } from "../app.ts";
import type { Icon } from "../icons.ts";
import { lockedIn, lockSeed, rolled } from "../seeds.ts";
import { words } from "../words.ts";
import { NumberField } from "./NumberField.tsx";
import type { Control } from "./useControl.ts";

interface Props extends Control<number> {
  readonly node: GraphNode;
  readonly name: string;
  readonly compact: boolean;
}

/** A seed: a number, a die for another one, and a lock that keeps it from the dice. */
export function SeedField({ node, name, compact, ...control }: Props) {
  const locked = lockedIn(node).includes(name);
  const roll = () => {
    control.set(rolled());
    control.settle();
  };
  const lock = () => app.store.change(words.changes.lock, lockSeed(node.id, name, !locked));
  return (
    <span className="seed">
      {!locked && <SeedButton icon={Dices} label={words.roll} act={roll} />}
      {(locked || !compact) && (
        <SeedButton
          icon={locked ? Lock : LockOpen}
          label={locked ? words.unlockSeed : words.lockSeed}
          pressed={locked}
          act={lock}
        />
      )}
      <NumberField {...control} />
    </span>
  );
}

interface ButtonProps {
  readonly icon: Icon;
  readonly label: string;
  readonly pressed?: boolean;
  act(): void;
}

function SeedButton({ icon: Mark, label, pressed, act }: ButtonProps) {
  return (
    <button
      type="button"
      className="die"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={act}
    >
      <Mark size={12} strokeWidth={1.4} aria-hidden />
    </button>
  );
}
