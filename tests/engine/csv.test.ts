import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv, writeCsv } from "../../engine/csv.ts";

describe("writeCsv", () => {
  it("gives a header, quotes where needed and empty cells for null", () => {
    const rows = [
      ["a, b", 1.5],
      ['say "x"', null],
    ];
    expect(writeCsv({ columns: ["name", "value"], rows })).toBe('name,value\n"a, b",1.5\n"say ""x""",\n');
  });
});

describe("readCsv", () => {
  it("reads numbers, texts, empty cells, quotes and every kind of line end", () => {
    const text = '\uFEFFconcept,effect,note\r\ntree,-5.2e-2,"a ""b"",\nc"\n\nsky,,\nroof, 7 ,"7"';
    expect(readCsv(text)).toEqual({
      type: "table",
      columns: ["concept", "effect", "note"],
      rows: [
        ["tree", -0.052, 'a "b",\nc'],
        ["sky", null, null],
        ["roof", 7, "7"],
      ],
    });
  });

  it("takes nothing for a table without columns", () => {
    expect(readCsv("")).toEqual({ type: "table", columns: [], rows: [] });
  });

  it.each([
    ["a,b\n1", "row 1 has 1 cells where the header names 2 columns"],
    ["a,a\n1,2", 'two columns are called "a"'],
    ['a,b\n1,2\n"x,3', "row 2 has a quote that does not end"],
  ])("refuses %j with the reason", (text, reason) => {
    expect(() => readCsv(text)).toThrow(reason);
  });

  it("reads what writeCsv wrote", () => {
    // Texts that read as numbers, and empty ones, are what CSV itself cannot tell apart.
    const text = fc.string().filter((each) => each.trim() !== "" && !Number.isFinite(Number(each)));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const cell = fc.oneof(
      number,
      text.map((each) => `x${each.trim()}`),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const table = { columns: ["p", "q"], rows };
        expect(readCsv(writeCsv(table)).rows).toEqual(rows);
      }),
    );
  });
});
