import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { words } from "../words.ts";
import { type Dragged, type End, refusal, wireBetween } from "./drag.ts";

/** Why a wire on its way may not be plugged in at a socket, and what to do; null where it may. */
export function reasonAt({ from, lifted, fits }: Dragged, end: End): string | null {
  const wire = from && wireBetween(from, end);
  if (!wire) return end.side === "in" ? words.inputTakesOutput : words.outputGoesToInput;
  const without = lifted ? edit.disconnect(lifted.to)(app.document) : app.document;
  const reason = refusal(without, app.catalogue, wire);
  const elsewhere = reason !== null && lifted === null && !fits.has(end.node);
  return elsewhere ? `${reason} ${words.fitsElsewhere}` : reason;
}
