import { names } from "../../../nodes/words/chinese/names.ts";
import { cures } from "./cures.ts";
import { reasons } from "./reasons.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly chinese: string;
}

const hole = "{}";
let made: readonly Rule[] | null = null;

/** What says most comes first: others may fit the same text. */
function rules(): readonly Rule[] {
  made ??= Object.entries({ ...reasons, ...cures })
    .sort(([a], [b]) => b.replaceAll(hole, "").length - a.replaceAll(hole, "").length)
    .map(([english, chinese]) => {
      const parts = english.split(hole).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return { pattern: new RegExp(`^${parts.join("(.*?)")}$`, "s"), chinese };
    });
  return made;
}

/** A text of the engine in Chinese, what stands within it too; as it is where there is none. */
export function translated(text: string): string {
  const said = filled(text);
  return said === text ? text : spaced(said);
}

/** Chinese stands close, with a space between it and other letters. */
const spaced = (text: string): string =>
  text
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .replace(/(?<=\p{Script=Han})(?=[a-zA-Z0-9])|(?<=[a-zA-Z0-9])(?=\p{Script=Han})/gu, " ");

function filled(text: string): string {
  for (const { pattern, chinese } of rules()) {
    const found = pattern.exec(text);
    if (found) return chinese.replace(/\{(\d)\}/g, (_, at) => inside(found[Number(at)] ?? ""));
  }
  return text;
}

/** Names of ports and types, and what is expected; anything else stays. */
function inside(part: string): string {
  const known = part.split(/, | or /).map((name) => names[name]);
  if (known.every((name) => name !== undefined)) return known.join("、");
  return /^[a-zA-Z]/.test(part) ? filled(part) : part;
}
