import type { Samples } from "../../../engine/evolutionPicture.ts";
import type { Plane } from "../../../engine/plane.ts";
import { ContactSheet } from "../ContactSheet.tsx";
import { PlanePicture } from "../PlanePicture.tsx";

interface Props {
  readonly samples: Samples;
  /** What lies under points. */
  readonly under: Omit<Plane, "points"> | null;
  readonly side: number;
  readonly quiet?: boolean;
  readonly named?: boolean;
}

const nothing = { square: { x: 0, y: 0, half: 1 }, real: null, modes: [], field: null, grid: [] };

/** Samples in a square: points on their plane, pictures on a contact sheet. */
export function SamplesView({ samples, under, side, quiet = false, named = false }: Props) {
  if (samples.kind === "pictures") return <ContactSheet samples={samples} side={side} />;
  const plane = { ...(under ?? nothing), points: samples.points };
  return <PlanePicture plane={plane} side={side} quiet={quiet} named={named} />;
}

/** The plane of a run without what is known of the present alone: for children and snapshots. */
export const bare = (plane: Omit<Plane, "points"> | null): Omit<Plane, "points"> | null =>
  plane && { ...plane, real: null, modes: [], field: null, grid: [] };
