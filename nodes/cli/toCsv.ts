import type { Table } from "../../engine/values.ts";

/** A table as CSV (RFC 4180, lines end in a line feed): a header, then the rows; an empty cell is null. */
export function toCsv({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
