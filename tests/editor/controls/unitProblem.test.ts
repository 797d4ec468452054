import { describe, expect, it } from "vitest";
import { unitProblem } from "../../../editor/controls/unitProblem.ts";

describe("a list of units", () => {
  it.each(["", " ", "3", "3, 17, 40-48", " 3 ,17 - 20"])("may be %j", (text) => {
    expect(unitProblem(text)).toBeNull();
  });

  it.each([
    ["3, x4", "x4"],
    ["3,,4", ""],
    ["48-40", "48-40"],
    ["3 4", "3 4"],
    ["1-2-3", "1-2-3"],
    ["-3", "-3"],
  ])("may not be %j, for its part %j", (text, part) => {
    expect(unitProblem(text)).toBe(part);
  });
});
