import type { Preview } from "../../engine/preview.ts";
import { real } from "../numbers.ts";

type TablePreview = Preview & { readonly kind: "table" };

const shown = 8;

/** The first rows of a table. */
export function Rows({ preview: { columns, rows } }: { preview: TablePreview }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, shown).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={columns[column]} className={typeof cell === "number" ? "numeric" : ""}>
                {typeof cell === "number" ? real(cell, Number.isInteger(cell) ? 0 : 3) : (cell ?? "")}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
