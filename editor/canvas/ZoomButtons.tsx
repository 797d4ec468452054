import Maximize from "lucide-react/icons/maximize";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import Workflow from "lucide-react/icons/workflow";
import { useStore } from "zustand";
import { ActionButton } from "../panels/ActionButton.tsx";
import { words } from "../words.ts";
import type { Stage } from "./stage.ts";

/** Closer, further, all. On a narrow page the zoom stands between. */
export function ZoomButtons({ stage }: { stage: Stage }) {
  const zoom = useStore(stage.transform, ({ k }) => k);
  return (
    <div className="zoom-buttons">
      <button
        type="button"
        className="icon-button"
        aria-label={words.zoomIn}
        title={words.zoomIn}
        onClick={() => stage.zoomTo(zoom * 1.25)}
      >
        <Plus size={16} strokeWidth={1.4} aria-hidden />
      </button>
      <span className="percent">{words.zoom(String(Math.round(zoom * 100)))}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={words.zoomOut}
        title={words.zoomOut}
        onClick={() => stage.zoomTo(zoom / 1.25)}
      >
        <Minus size={16} strokeWidth={1.4} aria-hidden />
      </button>
      <ActionButton id="tidy" icon={Workflow} />
      <ActionButton id="fit" icon={Maximize} />
    </div>
  );
}
