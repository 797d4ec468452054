import type { SegmenterCard } from "../card.ts";
import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Model } from "../models.ts";

export interface SegmenterModel extends Model {
  readonly card: SegmenterCard;
}

/** The loaded segmenter `id`, which param `port` names. Throws Fault where there is none or it is no segmenter. */
export async function segmenter(context: Context, id: string, port: string): Promise<SegmenterModel> {
  const cards = context.models.cards();
  const card = cards.find((candidate) => candidate.id === id);
  if (card?.kind === "segmenter") return { ...(await context.models.get(id)), card };
  const known = cards.filter(({ kind }) => kind === "segmenter").map((candidate) => candidate.id);
  throw new Fault(card ? `${id} is a ${card.kind}, not a segmenter` : `there is no model "${id}"`, {
    port,
    cure: known.length > 0 ? `Choose one of ${known.join(", ")}.` : "Add the card of a segmenter.",
  });
}
