import type { Grid } from "../../engine/place.ts";
import type { Preview } from "../../engine/preview.ts";
import type { Raster } from "../../engine/raster.ts";
import { app } from "../app.ts";
import { modelOf } from "../modelOf.ts";

/** The cells that a picture can be divided into: its own, where it is a map or is painted into one, else its generator's layers. */
export function gridsOf(raster: Raster, node: string, preview: Preview | null | undefined): readonly Grid[] {
  const own = { rows: raster.height, columns: raster.width };
  if (raster.type === "features") return [own];
  if (preview?.kind === "pixels" && preview.grid) return [preview.grid];
  const model = modelOf(app.document, app.catalogue, node);
  const card = app.surroundings.getState().cards.find(({ id }) => id === model);
  const sides = card?.kind === "generator" ? card.layers.map(({ resolution }) => resolution) : [];
  const within = [...new Set(sides)].filter((side) => side <= raster.width && side <= raster.height);
  return within.length > 0 ? within.map((side) => ({ rows: side, columns: side })) : [own];
}
