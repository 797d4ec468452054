import type { Preview } from "../../engine/preview.ts";
import { PlaneLegend } from "./PlaneLegend.tsx";
import { PlanePicture } from "./PlanePicture.tsx";

/** px above and below a plane over the whole window. */
const around = 132;

/** A plane over the whole window: as large a square as finds room, and what is what. */
export function PlaneView({ preview, width }: { preview: Preview & { kind: "plane" }; width: number }) {
  const side = Math.max(240, Math.min(width, innerHeight - around));
  return (
    <div className="plane-view" style={{ width: side }}>
      <PlanePicture plane={preview} side={side} />
      <PlaneLegend plane={preview} />
    </div>
  );
}
