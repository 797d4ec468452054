import type { SegmenterCard } from "../card.ts";
import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Model } from "../models.ts";

export interface SegmenterModel extends Model {
  readonly card: SegmenterCard;
}

/** The loaded segmenter `id`, which param `port` names. Throws Fault where there is none or it is no segmenter. */
export async function segmenter(context: Context, id: string, port: string): Promise<SegmenterModel> {
  const model = await context.models.get(id);
  const { card } = model;
  if (card.kind !== "segmenter") {
    const known = context.models.cards().filter(({ kind }) => kind === "segmenter");
    throw new Fault(`${id} is a ${card.kind}, not a segmenter`, {
      port,
      cure: known.length > 0 ? `Choose one of ${known.map((each) => each.id).join(", ")}.` : "Add one.",
    });
  }
  return { ...model, card };
}
