import type { GeneratorCard } from "../card.ts";
import type { Context } from "../context.ts";
import { Fault } from "../fault.ts";
import type { Model } from "../models.ts";

export interface GeneratorModel extends Model {
  readonly card: GeneratorCard;
}

/** The loaded generator `id`; `port` is where the id came from. Throws Fault where there is none or it is no generator. */
export async function generator(context: Context, id: string | null, port: string): Promise<GeneratorModel> {
  if (id === null)
    throw new Fault(`${port} carries no generator`, {
      port,
      cure: "Only values that come from a node with a generator param, or are fed to one, carry a generator.",
    });
  const model = await context.models.get(id);
  if (model.card.kind !== "generator")
    throw new Fault(`${id} is a ${model.card.kind}, not a generator`, { port, cure: "Choose a generator." });
  return { ...model, card: model.card };
}

/** The card of generator `id`, without loading its file. Throws Fault where there is none or it is no generator. */
export function generatorCard(context: Context, id: string): GeneratorCard {
  const cards = context.models.cards();
  const card = cards.find((candidate) => candidate.id === id);
  if (card?.kind === "generator") return card;
  const known = cards.filter(({ kind }) => kind === "generator").map((candidate) => candidate.id);
  throw new Fault(card ? `${id} is a ${card.kind}, not a generator` : `there is no model "${id}"`, {
    port: "generator",
    cure: known.length > 0 ? `Choose one of ${known.join(", ")}.` : "Add the card of a generator.",
  });
}

/** The generator that two values share; null where neither says. Throws Fault where they come from different ones. */
export function sharedGenerator(
  a: { readonly generator: string | null },
  b: { readonly generator: string | null },
  names: readonly [string, string],
): string | null {
  if (a.generator !== null && b.generator !== null && a.generator !== b.generator)
    throw new Fault(`${names[0]} and ${names[1]} differ in generator: ${a.generator} and ${b.generator}`, {
      port: names[1],
      cure: "Take both from nodes that name the same generator.",
    });
  return a.generator ?? b.generator;
}
