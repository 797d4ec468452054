/** Every text of the interface, in the language that is spoken now. The tables are in `words/`, one a language. */
import { names } from "../nodes/words/chinese/names.ts";
import { chinese } from "./words/chinese/index.ts";
import { samples } from "./words/chinese/samples.ts";
import { translated } from "./words/chinese/translated.ts";
import { english } from "./words/english/index.ts";
import type { Texts } from "./words/texts.ts";

export type Words = Texts<typeof english>;

/** As `lang` in HTML. */
export type Language = "en" | "zh-Hans";

export const languages: Readonly<Record<Language, string>> = { en: "English", "zh-Hans": "简体中文" };

const tables: Readonly<Record<Language, Words>> = { en: english, "zh-Hans": chinese };

let spokenNow: Language = "en";

/** Stays the same object whatever is spoken: read a text when it is shown, and keep none. */
export const words: Words = copyOf(english);

/** Changes the language of all texts. */
export function speak(language: Language): void {
  spokenNow = language;
  put(words, tables[language]);
}

function copyOf<T extends object>(table: T): T {
  const copy = {} as T;
  put(copy, table);
  return copy;
}

function put(into: object, table: object): void {
  const held = into as Record<string, unknown>;
  for (const [key, text] of Object.entries(table)) {
    if (!isTable(text)) held[key] = text;
    else if (isTable(held[key])) put(held[key], text);
    else held[key] = copyOf(text);
  }
}

function isTable(text: unknown): text is object {
  return typeof text === "object" && text !== null && !Array.isArray(text);
}

/** The name of a param or option as a person reads it: `minIoU` becomes `Min IoU`. */
export function spoken(name: string): string {
  const own = spokenNow === "zh-Hans" ? names[name] : undefined;
  if (own !== undefined) return own;
  const parts = name.split(/(?<=[a-z])(?<!Io)(?=[A-Z])/);
  const said = parts.map((part) => (/^[A-Z][a-z]+$/.test(part) ? part.toLowerCase() : part)).join(" ");
  if (/^(csv|json|mlp|dcgan)$/.test(said)) return said.toUpperCase();
  return `${said[0]?.toUpperCase() ?? ""}${said.slice(1)}`;
}

/** A name, sentence or label of a sample graph, by what it is in English. */
export function ofSample(text: string): string {
  return (spokenNow === "zh-Hans" ? samples[text] : undefined) ?? text;
}

/** What the engine says is wrong, or to be done. */
export function ofEngine(text: string): string {
  return spokenNow === "zh-Hans" ? translated(text) : text;
}

/** The name of a port: as the papers and saved graphs write it, unless another language has a word for it. */
export function portName(name: string): string {
  return (spokenNow === "zh-Hans" ? names[name] : undefined) ?? name;
}
