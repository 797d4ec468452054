import type { Card } from "../engine/card.ts";
import type { GraphDocument } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import { nodeOf } from "./nodeOf.ts";
import { wiresOf } from "./wiresOf.ts";

/** The concepts that the nearest segmenter before a node knows; none where no segmenter is. */
export function conceptsOf(
  document: GraphDocument,
  catalogue: Catalogue,
  cards: readonly Card[],
  id: string,
): readonly string[] {
  const seen = new Set([id]);
  for (const at of seen) {
    const node = nodeOf(document, at);
    const params = Object.entries(catalogue[node?.type ?? ""]?.params ?? {});
    const [name, spec] = params.find(([, { model }]) => model === "segmenter") ?? [];
    if (node && name !== undefined) {
      const card = cards.find((each) => each.id === (node.params[name] ?? spec?.default));
      if (card?.kind === "segmenter") return card.classes.filter((_, index) => !card.ignore.includes(index));
    }
    for (const { from } of wiresOf(document.wires, at).entering.values()) seen.add(from[0]);
  }
  return [];
}
