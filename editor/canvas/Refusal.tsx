import Ban from "lucide-react/icons/ban";
import { useStore } from "zustand";
import type { Point } from "./route.ts";
import type { Stage } from "./stage.ts";

/** Why a wire may not enter, at the pointer. */
export function Refusal({ stage }: { stage: Stage }) {
  const hovered = useStore(stage.drag, ({ over }) => over?.reason ?? null);
  const pointer = useStore(stage.drag, (drag) => drag.pointer);
  const dropped = useStore(stage.refused);
  const { x, y, k } = useStore(stage.transform);
  const reason = hovered ?? dropped?.reason ?? null;
  const at: Point = hovered !== null ? pointer : (dropped?.at ?? pointer);
  const left = Math.min(at[0] * k + x + 12, stage.container.clientWidth - 260);
  const [, first = reason ?? "", rest = ""] = /^(.*?\.)\s+(.*)$/s.exec(reason ?? "") ?? [];
  return (
    <div aria-live="assertive" className="refusals">
      {reason !== null && (
        <div className="refusal" style={{ left: Math.max(8, left), top: at[1] * k + y + 32 }}>
          <Ban size={16} strokeWidth={1.4} aria-hidden />
          <p>
            {first} {rest && <small>{rest}</small>}
          </p>
        </div>
      )}
    </div>
  );
}
