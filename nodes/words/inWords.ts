import type { Catalogue, NodeDefinition } from "../../engine/node.ts";
import type { NodeWords, WordsOfNode } from "./nodeWords.ts";

/** The catalogue with the texts of another language. A node without any keeps those of its declaration. */
export function inWords(catalogue: Catalogue, words: NodeWords): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([type, definition]) => {
      const said = words[type];
      return [type, said ? { ...definition, ...textsOf(definition, said) } : definition];
    }),
  );
}

function textsOf(definition: NodeDefinition, words: WordsOfNode) {
  return {
    title: words.title,
    // The title of the declaration finds it, too.
    synonyms: [...(definition.synonyms ?? []), definition.title],
    doc: words.doc,
    inputs: documented(definition.inputs, words.inputs),
    outputs: documented(definition.outputs, words.outputs),
    params: documented(definition.params, words.params),
  };
}

function documented<T extends { readonly doc: string }>(
  items: Readonly<Record<string, T>>,
  docs: Readonly<Record<string, string>> = {},
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(items).map(([name, item]) => [name, { ...item, doc: docs[name] ?? item.doc }]),
  );
}
