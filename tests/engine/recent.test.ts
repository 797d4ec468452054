import { expect, it } from "vitest";
import { recent } from "../../engine/recent.ts";

it("makes once for each of the last few texts, and again for those before", () => {
  const made: string[] = [];
  const length = recent(2, (text: string) => {
    made.push(text);
    return text.length;
  });
  expect(["a", "bb", "a", "ccc", "a", "bb"].map(length)).toEqual([1, 2, 1, 3, 1, 2]);
  expect(made).toEqual(["a", "bb", "ccc", "bb"]);
});

it("tries again where making failed", () => {
  let calls = 0;
  const fail = recent(2, () => {
    calls++;
    throw new Error("no");
  });
  for (let i = 0; i < 2; i++) expect(() => fail("a")).toThrow("no");
  expect(calls).toBe(2);
});
