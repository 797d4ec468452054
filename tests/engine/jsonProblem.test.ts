import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonProblem } from "../../engine/jsonProblem.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("jsonProblem", () => {
  it("finds no problem in JSON, and one in all else", () => {
    const texts = fc.oneof(
      fc.json(),
      fc
        .tuple(
          fc.json(),
          fc.nat(),
          fc.constantFrom("", ",", "]", "{", '"', ":", "\n", "\\", "x", "1", "\u007f", "\u2028"),
        )
        .map(
          ([text, at, put]) =>
            text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
        ),
      fc
        .array(
          fc.constantFrom(
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            '"a"',
            "1",
            "-",
            "0",
            "1e5",
            "01",
            "true",
            "nul",
            " ",
            "\n",
            '"\\u12"',
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(jsonProblem(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("shows one line of a long mess", () => {
    expect(jsonProblem(`[${"a".repeat(1e5)}`)).toBe(`"${"a".repeat(20)}…" is unexpected at line 1, column 2`);
  });
});
