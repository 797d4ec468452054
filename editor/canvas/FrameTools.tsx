import Ungroup from "lucide-react/icons/ungroup";
import { useStore } from "zustand";
import type { Frame } from "../../engine/document.ts";
import { perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import { unframe } from "../actions/unframe.ts";
import { app } from "../app.ts";
import { frameColors } from "../frameColors.ts";
import { frameEdit } from "../frameEdit.ts";
import { words } from "../words.ts";
import type { Stage } from "./stage.ts";

/** Over a selected frame: its colour, and the way to take it away. */
export function FrameTools({ frame, stage }: { frame: Frame; stage: Stage }) {
  const zoom = useStore(stage.transform, ({ k }) => k);
  const { id } = frame;
  const color = frame.color ?? null;
  const choose = (name: string | null) =>
    app.store.change(words.changes.frameColor, frameEdit.color(id, name));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the canvas from panning under the buttons
    <div
      className="frame-tools"
      style={{ scale: 1 / zoom }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {[null, ...frameColors].map((name) => {
        const label = words.frames.colors[name ?? "none"];
        return (
          <button
            key={name}
            type="button"
            className="frame-swatch"
            aria-label={label}
            aria-pressed={color === name}
            title={label}
            data-color={name ?? undefined}
            onClick={() => choose(name)}
          />
        );
      })}
      <button
        type="button"
        className="icon-button small"
        aria-label={unframe.label}
        title={`${unframe.label} (${keysOf(unframe.shortcut ?? "")})`}
        onClick={() => perform("unframe")}
      >
        <Ungroup size={14} strokeWidth={1.4} aria-hidden />
      </button>
    </div>
  );
}
