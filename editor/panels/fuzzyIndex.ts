import MiniSearch from "minisearch";

/** A field of the items: what is read in it, and how much a hit there counts. */
export interface IndexedField<T> {
  readonly weight: number;
  text(item: T): string;
}

const han = /\p{Script=Han}/u;
const lower = (term: string): string => term.toLowerCase();

/** Han texts have no spaces: every end of one is a term, so that a search from its start finds what stands anywhere. */
function terms(term: string): string[] {
  const small = lower(term);
  if (!han.test(small)) return [small];
  const signs = [...small];
  return signs.map((_, index) => signs.slice(index).join(""));
}

/**
 * A search that forgives: words by their beginnings, and with a slip in every five letters; where that finds nothing, in every three.
 * Every word must be found. Items come best first.
 */
export function fuzzyIndex<T>(
  items: readonly T[],
  fields: Readonly<Record<string, IndexedField<T>>>,
): (text: string) => readonly T[] {
  const entries = Object.entries(fields);
  const index = new MiniSearch<Record<string, unknown>>({
    idField: "#",
    fields: Object.keys(fields),
    processTerm: terms,
    searchOptions: {
      boost: Object.fromEntries(entries.map(([name, { weight }]) => [name, weight])),
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      bm25: { k: 1.2, b: 0.4, d: 0.5 },
      weights: { prefix: 0.7, fuzzy: 0.2 },
      processTerm: lower,
    },
  });
  index.addAll(
    items.map((item, number) => ({
      "#": number,
      ...Object.fromEntries(entries.map(([name, { text }]) => [name, text(item)])),
    })),
  );
  return (text) => {
    const found = index.search(text);
    const any = found.length > 0 ? found : index.search(text, { fuzzy: 0.34 });
    return any.map(({ id }) => items[id as number] as T);
  };
}
