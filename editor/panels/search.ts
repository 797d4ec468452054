import type { Catalogue, NodeDefinition } from "../../engine/node.ts";

export interface Found {
  readonly type: string;
  readonly definition: NodeDefinition & { readonly category: string };
}

/** How well a node fits one word: 0 is not at all. Titles count most, then synonyms, types, doc. */
function fitness({ type, definition }: Found, word: string): number {
  const title = definition.title.toLowerCase();
  if (title.startsWith(word)) return 8;
  if (title.split(" ").some((part) => part.startsWith(word))) return 6;
  const synonyms = (definition.synonyms ?? []).map((synonym) => synonym.toLowerCase());
  if (synonyms.some((synonym) => synonym.startsWith(word))) return 5;
  if (title.includes(word) || type.toLowerCase().includes(word)) return 4;
  if (synonyms.some((synonym) => synonym.includes(word))) return 3;
  const ports = [...Object.entries(definition.inputs), ...Object.entries(definition.outputs)];
  if (ports.some(([name, { types }]) => name.toLowerCase() === word || types.some((each) => each === word)))
    return 2;
  if (Object.keys(definition.params).some((name) => name.toLowerCase().startsWith(word))) return 2;
  return definition.doc.toLowerCase().includes(word) ? 1 : 0;
}

/** The nodes that every word fits, best first; all in the palette's order where nothing is searched for. */
export function search(catalogue: Catalogue, text: string): readonly Found[] {
  const all = Object.entries(catalogue).map(([type, definition]) => ({ type, definition }));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return all;
  const scored = all.map((found) => {
    const fits = words.map((word) => fitness(found, word));
    return { found, score: fits.includes(0) ? 0 : fits.reduce((sum, each) => sum + each, 0) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ found }) => found);
}
