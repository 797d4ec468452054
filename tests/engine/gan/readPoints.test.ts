import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitPoints } from "../../../engine/gan/fitPoints.ts";
import { readPoints } from "../../../engine/gan/readPoints.ts";

describe("points in a CSV", () => {
  it.each([
    ["x,y\n1,2\n-3.5,4e-1\n", "a header"],
    ["1,2\n-3.5,0.4", "none"],
    ["\uFEFFx,y\r\n\r\n 1 , 2 ,cat\r\n-3.5,.4,dog\r\n", "Windows, blank lines and a third column"],
    ["1\t2\n-3.5\t0.4", "tabs"],
    ["x;y\n1;2\n-3,5;0,4", "semicolons and decimal commas"],
    ["  1   2\n-3.5 0.4  \n", "blanks"],
    ['"x","y"\n"1","2"\n"-3.5","0.4"', "quotes"],
  ])("are read from %j (%s)", (text) => {
    expect([...readPoints(text)]).toEqual([1, 2, -3.5, 0.4]);
  });

  it.each([
    ["1,2\n3,abc", 'csv row 2, column 2: expected a number, got "abc"'],
    ["x,y\n1,2\n\n,4", 'csv row 4, column 1: expected a number, got ""'],
    ["x,y\n1,2\nnan,4", 'csv row 3, column 1: expected a finite number, got "nan"'],
    ["nan,1\n2,3", 'csv row 1, column 1: expected a finite number, got "nan"'],
    ["1,2\n3,-Infinity", 'csv row 2, column 2: expected a finite number, got "-Infinity"'],
    ["1,2\n1e39,4", 'csv row 2, column 1: expected a finite number, got "1e39"'],
    ["name,x,y\ncat,1,2", 'csv row 2, column 1: expected a number, got "cat"'],
    ["1\n2", 'csv row 1: expected two columns, x and y, got "1"'],
    ["1,2\n3", 'csv row 2: expected two columns, x and y, got "3"'],
    [
      `1,2\n3,${"long ".repeat(20)}`,
      'csv row 2, column 2: expected a number, got "long long long long long…"',
    ],
    ["", "csv is empty"],
    [" \n\n", "csv is empty"],
  ])("are refused with row and column: %j", (text, reason) => {
    expect(() => readPoints(text)).toThrow(reason);
  });

  it("are no points where there is a header alone", () => {
    expect([...readPoints("x,y\n")]).toEqual([]);
  });

  it("are the numbers that were written", () => {
    const number = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1 }), (rows) => {
        const text = rows.map(([x, y]) => `${x},${y}`).join("\n");
        expect([...readPoints(text)]).toEqual(rows.flat().map((value) => value + 0));
      }),
    );
  });
});

describe("fitting", () => {
  it("brings the longer side of the box to -1.5 and 1.5, the other along", () => {
    expect([...fitPoints([10, 100, 20, 105, 30, 110])]).toEqual([-1.5, -0.75, 0, 0, 1.5, 0.75]);
  });

  it("brings points that are all alike to the middle", () => {
    expect([...fitPoints([7, 8, 7, 8])]).toEqual([0, 0, 0, 0]);
  });

  it("keeps every point within the box, and angles as they are", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 2 }), (rows) => {
        for (const value of fitPoints(rows.flat())) expect(Math.abs(value)).toBeLessThanOrEqual(1.5 + 1e-6);
      }),
    );
  });
});
