import { afterEach, describe, expect, it } from "vitest";
import { actions } from "../../editor/actions/index.ts";
import { bytes, count, real, shape, time } from "../../editor/numbers.ts";
import { chinese } from "../../editor/words/chinese/index.ts";
import { english } from "../../editor/words/english/index.ts";
import { type Language, languages, speak, spoken, words } from "../../editor/words.ts";
import { catalogue } from "../../nodes/index.ts";

afterEach(() => speak("en"));

describe("the languages", () => {
  /** Every text of a table by its path; what is made from numbers and names is written with them. */
  function textsOf(table: object, path = ""): [string, string][] {
    return Object.entries(table).flatMap(([key, text]): [string, string][] => {
      if (typeof text === "string") return [[`${path}${key}`, text]];
      if (typeof text === "function") return [[`${path}${key}`, String(text)]];
      return textsOf(text, `${path}${key}.`);
    });
  }

  it("are spoken by the same table, which gives back what it said before", () => {
    const kept = words.evolution;
    speak("zh-Hans");
    expect(words).toEqual(chinese);
    expect(words.evolution).toBe(kept);
    speak("en");
    expect(words).toEqual(english);
  });

  it("have the same texts, and Chinese ones are Chinese but for names and signs", () => {
    const [said, meant] = [textsOf(chinese), textsOf(english)];
    expect(said.map(([path]) => path)).toEqual(meant.map(([path]) => path));
    const foreign = said.filter(([, text]) => /[a-z]{3}/.test(text) && !/[\p{Script=Han}$=]/u.test(text));
    expect(foreign.map(([, text]) => text).sort()).toEqual(["Ganglion", "WebAssembly"]);
  });

  it.each(Object.keys(languages) as Language[])("name every command when it is shown: %s", (language) => {
    speak(language);
    for (const { id, label } of actions)
      expect(label, id).toBe(words.actions[id as keyof typeof words.actions]);
  });

  it("write units of time in their own way", () => {
    speak("zh-Hans");
    expect([0.61, 34.4, 3140].map(time)).toEqual(["0.6 毫秒", "34 毫秒", "3.1 秒"]);
  });
});

it("says names of params as a person reads them", () => {
  expect(spoken("seed")).toBe("Seed");
  expect(spoken("minIoU")).toBe("Min IoU");
  expect(spoken("sideBySide")).toBe("Side by side");
  expect(spoken("csv")).toBe("CSV");
});

it("has a name for every category", () => {
  for (const { category } of Object.values(catalogue))
    expect(words.categories, category).toHaveProperty(category);
});

it("writes numbers grouped, minus as −, and seconds from 1,000 ms on", () => {
  expect(count(1234)).toBe("1,234");
  expect(count(-5)).toBe("−5");
  expect([0.61, 34.4, 3140].map(time)).toEqual(["0.6 ms", "34 ms", "3.1 s"]);
  expect(shape([4, 96, 8, 8])).toBe("4 × 96 × 8 × 8");
  expect([12, 98304, 88 * 2 ** 20].map(bytes)).toEqual(["12 B", "96 KB", "88 MB"]);
  expect([-2.184, 0, 0.0001].map((value) => real(value))).toEqual(["−2.18", "0.00", "0.000100"]);
});

it("gives every command an id and keys of its own", () => {
  const ids = actions.map(({ id }) => id);
  const keys = actions.flatMap(({ shortcut }) => shortcut?.split(" ") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(keys).size).toBe(keys.length);
});
