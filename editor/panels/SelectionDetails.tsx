import AlignCenterHorizontal from "lucide-react/icons/align-center-horizontal";
import AlignCenterVertical from "lucide-react/icons/align-center-vertical";
import AlignEndHorizontal from "lucide-react/icons/align-end-horizontal";
import AlignEndVertical from "lucide-react/icons/align-end-vertical";
import AlignHorizontalSpaceBetween from "lucide-react/icons/align-horizontal-space-between";
import AlignStartHorizontal from "lucide-react/icons/align-start-horizontal";
import AlignStartVertical from "lucide-react/icons/align-start-vertical";
import AlignVerticalSpaceBetween from "lucide-react/icons/align-vertical-space-between";
import { actionNamed, perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import { words } from "../words.ts";
import { ActionButton } from "./ActionButton.tsx";

const rows = [
  [
    ["align.left", AlignStartVertical],
    ["align.centre", AlignCenterVertical],
    ["align.right", AlignEndVertical],
    ["distribute.horizontal", AlignHorizontalSpaceBetween],
  ],
  [
    ["align.top", AlignStartHorizontal],
    ["align.middle", AlignCenterHorizontal],
    ["align.bottom", AlignEndHorizontal],
    ["distribute.vertical", AlignVerticalSpaceBetween],
  ],
] as const;

const others = ["lookClosely", "tidy", "selectConnected", "fitSelection", "duplicate", "remove"] as const;

/** Several nodes: how they stand, and what can be done with them. */
export function SelectionDetails({ count }: { count: number }) {
  return (
    <>
      <header className="section">
        <h2>{words.severalSelected(count)}</h2>
      </header>
      <section className="section">
        <h3>{words.arrangement}</h3>
        <div className="arrangements">
          {rows.flat().map(([id, icon]) => (
            <ActionButton key={id} id={id} icon={icon} disabled={!actionNamed(id).enabled?.()} />
          ))}
        </div>
      </section>
      <section className="section">
        <h3>{words.selectionActions}</h3>
        {others.map((id) => {
          const { label, shortcut = "", enabled } = actionNamed(id);
          if (enabled?.() === false) return null;
          return (
            <button key={id} type="button" className="action-row" onClick={() => perform(id)}>
              {label} <kbd className="keys">{keysOf(shortcut)}</kbd>
            </button>
          );
        })}
      </section>
    </>
  );
}
