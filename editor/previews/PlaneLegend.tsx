import type { ReactNode } from "react";
import type { Plane } from "../../engine/plane.ts";
import { words } from "../words.ts";

const said = words.evolution;

type Drawn = Omit<Plane, "points"> & { readonly points?: Plane["points"] };

/** What is drawn on a plane, by its mark. */
export function PlaneLegend({ plane: { points, real, modes, field } }: { plane: Drawn }) {
  return (
    <ul className="plane-legend">
      {points?.length !== 0 && <Mark look="dot made">{said.generated}</Mark>}
      {real && <Mark look="dot">{said.real}</Mark>}
      {modes.length > 0 && <Mark look="ring-mark">{said.mode}</Mark>}
      {modes.some(({ covered }) => !covered) && <Mark look="ring-mark missed">{said.missed}</Mark>}
      {field && <Mark look="field-mark">{said.saysReal}</Mark>}
    </ul>
  );
}

function Mark({ look, children }: { look: string; children: ReactNode }) {
  return (
    <li>
      <i className={look} />
      {children}
    </li>
  );
}
