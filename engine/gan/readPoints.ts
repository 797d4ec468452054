import { type CsvField, csvRecords } from "../csv.ts";
import { Fault } from "../fault.ts";

/**
 * Points [n, 2] from the first two columns of a text: cells parted by commas, tabs, blanks or, with decimal commas,
 * semicolons. A first row in which neither cell is a number names the columns. Throws Fault with row and column, both
 * counted from 1 with the header as a spreadsheet does.
 */
export function readPoints(text: string): Float64Array {
  const records = csvRecords(commaSeparated(text));
  const [first] = records;
  if (!first)
    throw new Fault("csv is empty", {
      port: "csv",
      cure: "Paste two columns of numbers, or drop a file on the node.",
    });
  const named = first.fields.slice(0, 2).every(({ text: cell }) => !looksNumeric(cell));
  const rows = named ? records.slice(1) : records;
  const points = new Float64Array(2 * rows.length);
  for (const [at, { line, fields }] of rows.entries()) {
    if (fields.length < 2) throw shortRow(line, fields);
    points[2 * at] = coordinate(line, 1, fields[0] as CsvField);
    points[2 * at + 1] = coordinate(line, 2, fields[1] as CsvField);
  }
  return points;
}

/** The text with commas between its cells. */
function commaSeparated(text: string): string {
  if (text.includes(";")) return text.replaceAll(",", ".").replaceAll(";", ",");
  if (text.includes("\t")) return text.replaceAll(",", ".").replaceAll("\t", ",");
  return text.includes(",") ? text : text.replace(/^[ ]+|[ ]+$/gm, "").replace(/[ ]+/g, ",");
}

const notFinite = /^[+-]?(nan|inf|infinity)$/i;

function looksNumeric(cell: string): boolean {
  const bare = cell.trim();
  return bare === "" || notFinite.test(bare) || !Number.isNaN(Number(bare));
}

function coordinate(line: number, column: number, { text }: CsvField): number {
  const bare = text.trim();
  const value = bare === "" ? Number.NaN : Number(bare);
  if (Number.isFinite(Math.fround(value))) return value;
  const expected = Number.isNaN(value) && !notFinite.test(bare) ? "a number" : "a finite number";
  throw new Fault(`csv row ${line}, column ${column}: expected ${expected}, got "${shortened(bare)}"`, {
    port: "csv",
    cure: "Correct the cell, or take out its row.",
  });
}

function shortRow(line: number, fields: readonly CsvField[]): Fault {
  const got = shortened(fields.map(({ text }) => text).join(","));
  return new Fault(`csv row ${line}: expected two columns, x and y, got "${got}"`, {
    port: "csv",
    cure: "Part the cells by commas, one point a row.",
  });
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
