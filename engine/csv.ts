import { Fault } from "./fault.ts";
import type { Table } from "./values.ts";

/** A table as CSV (RFC 4180, lines end in a line feed): a header, then the rows; an empty cell is null. */
export function writeCsv({ columns, rows }: Pick<Table, "columns" | "rows">): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The table that a CSV text holds: the first line names the columns; cells that read as finite numbers are numbers, empty
 * ones null. Throws Fault with the line where a row is longer or shorter than the header, or a quote stays open.
 */
export function readCsv(text: string): Table {
  const [header = [], ...lines] = csvRecords(text).map(({ fields }) => fields);
  const columns = header.map(({ text: name }) => name.trim());
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) throw new Fault(`two columns are called "${twice}"`);
  const rows = lines.map((line, index) => {
    if (line.length !== columns.length)
      throw new Fault(
        `row ${index + 1} has ${line.length} cells where the header names ${columns.length} columns`,
      );
    return line.map(read);
  });
  return { type: "table", columns, rows };
}

export interface CsvField {
  readonly text: string;
  readonly quoted: boolean;
}

/** A row, and the line of the text, from 1, that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly CsvField[];
}

function read({ text, quoted }: CsvField): string | number | null {
  if (quoted) return text;
  const bare = text.trim();
  if (bare === "") return null;
  return Number.isFinite(Number(bare)) ? Number(bare) : bare;
}

/** The fields of each row; blank lines are skipped, and so is a byte order mark. Throws Fault where a quote stays open. */
export function csvRecords(marked: string): CsvRecord[] {
  const text = marked.replace(/^\uFEFF/, "");
  const found: CsvRecord[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let row: CsvField[] = [];
  let [line, begun] = [1, 1];
  while (pattern.lastIndex < text.length || row.length > 0) {
    const match = pattern.exec(text);
    if (!match) throw new Fault(`row ${found.length} has a quote that does not end`);
    const [all, quoted, bare = "", end] = match;
    row.push({ text: quoted?.replaceAll('""', '"') ?? bare, quoted: quoted !== undefined });
    line += all.split("\n").length - 1;
    if (end === ",") continue;
    if (row.length > 1 || row[0]?.quoted || row[0]?.text.trim() !== "")
      found.push({ line: begun, fields: row });
    row = [];
    begun = line;
  }
  return found;
}
