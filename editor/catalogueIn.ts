import type { Catalogue } from "../engine/node.ts";
import { catalogue } from "../nodes/index.ts";
import { chinese } from "../nodes/words/chinese/index.ts";
import { inWords } from "../nodes/words/inWords.ts";
import type { Language } from "./words.ts";

const known: Record<Language, Catalogue | null> = { en: catalogue, "zh-Hans": null };

/** The nodes, with titles and texts in this language. */
export function catalogueIn(language: Language): Catalogue {
  known[language] ??= inWords(catalogue, chinese);
  return known[language];
}
