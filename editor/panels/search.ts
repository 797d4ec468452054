import type { Catalogue, NodeDefinition, Port } from "../../engine/node.ts";
import { spoken, words } from "../words.ts";
import { fuzzyIndex } from "./fuzzyIndex.ts";

export interface Found {
  readonly type: string;
  readonly definition: NodeDefinition & { readonly category: string };
}

interface Searched {
  /** The names of the categories, by which the language is known. */
  readonly categories: string;
  readonly all: readonly Found[];
  readonly find: (text: string) => readonly Found[];
}

const known = new WeakMap<Catalogue, Searched>();

const portsOf = ({ inputs, outputs }: NodeDefinition): [string, Port][] => [
  ...Object.entries(inputs),
  ...Object.entries(outputs),
];

const categoriesNow = (): string => Object.values(words.categories).join();

const said = (names: readonly string[]): string => [...names, ...names.map(spoken)].join(" ");

/** Titles count most, then synonyms, names of the type, category and ports; least what the text about a node says. */
function searched(catalogue: Catalogue): Searched {
  const all = Object.entries(catalogue).map(([type, definition]) => ({ type, definition }));
  const find = fuzzyIndex<Found>(all, {
    title: { weight: 10, text: ({ definition }) => definition.title },
    synonyms: { weight: 6, text: ({ definition }) => (definition.synonyms ?? []).join(" ") },
    type: { weight: 4, text: ({ type }) => said([type]) },
    category: {
      weight: 2,
      text: ({ definition: { category } }) => `${category} ${words.categories[category] ?? ""}`,
    },
    ports: {
      weight: 2,
      text: ({ definition }) =>
        said(
          portsOf(definition).flatMap(([name, { types }]) => (types.length > 4 ? [name] : [name, ...types])),
        ),
    },
    params: { weight: 2, text: ({ definition }) => said(Object.keys(definition.params)) },
    doc: { weight: 1, text: ({ definition }) => definition.doc },
  });
  return { categories: categoriesNow(), all, find };
}

/** The nodes in which every word is found, best first; all in the palette's order where nothing is searched for. */
export function search(catalogue: Catalogue, text: string): readonly Found[] {
  let own = known.get(catalogue);
  if (own?.categories !== categoriesNow()) {
    own = searched(catalogue);
    known.set(catalogue, own);
  }
  return text.trim() === "" ? own.all : own.find(text);
}
