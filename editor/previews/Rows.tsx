import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import type { Preview } from "../../engine/preview.ts";
import { speaker, widest } from "../../nodes/chart/texts.ts";
import { setParams } from "../setParams.ts";
import { words } from "../words.ts";

type TablePreview = Preview & { readonly kind: "table" };

/** Rows on a node whose table nobody asked to see, on one that is a view, and over the whole window. */
const few = 8;
const some = 24;
const many = 2000;

interface Props {
  readonly preview: TablePreview;
  /** The node whose params say what the rows follow; its headers are buttons. */
  readonly node?: string | undefined;
  readonly full: boolean;
  readonly width: number;
}

/** px beside the text of a cell. */
const padding = 16;

/** The first rows of a table, numbers with the same digits in a column. */
export function Rows({ preview, node, full, width }: Props) {
  const { rows, total, sort } = preview;
  const shown = rows.slice(0, full ? many : sort ? some : few);
  const columns = full ? preview.columns : fitting(preview.columns, shown, width);
  const cut = preview.columns.length - columns.length;
  const say = columns.map((_, at) =>
    speaker(rows.map((row) => (typeof row[at] === "number" ? row[at] : null))),
  );
  const numeric = columns.map((_, at) => shown.some((row) => typeof row[at] === "number"));
  return (
    <div className="rows-frame">
      <table className="rows">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={numeric[at] ? "numeric" : ""}
                aria-sort={sorted(preview, column)}
              >
                {sort && node !== undefined ? <Header {...{ preview, column, node }} /> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={index}>
              {row.slice(0, columns.length).map((cell, at) => (
                <td key={columns[at]} className={typeof cell === "number" ? "numeric" : ""}>
                  {typeof cell === "number" ? say[at]?.(cell) : (cell ?? "")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {(total > shown.length || cut > 0) && (
        <p className="more">{words.moreOfTable(total - shown.length, cut)}</p>
      )}
    </div>
  );
}

/** The first columns that find room, at least one. */
function fitting(
  columns: TablePreview["columns"],
  rows: TablePreview["rows"],
  width: number,
): readonly string[] {
  let taken = 0;
  const end = columns.findIndex((column, at) => {
    const cells = rows.map((row) => (typeof row[at] === "string" ? row[at] : ""));
    const number = rows.some((row) => typeof row[at] === "number") ? "−0.0000" : "";
    taken += padding + widest([column, number, ...cells]);
    return taken > width && at > 0;
  });
  return end < 0 ? columns : columns.slice(0, end);
}

/** Sorts by its column, largest first; pressed again the other way round. */
function Header({
  preview: { sort },
  column,
  node,
}: {
  preview: TablePreview;
  column: string;
  node: string;
}) {
  const here = sort?.column === column;
  const Arrow = sort?.descending ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      title={words.sortBy(column)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => setParams(node, { sort: column, descending: here ? !sort.descending : true })}
    >
      {column}
      {here && <Arrow size={12} strokeWidth={1.6} aria-hidden />}
    </button>
  );
}

function sorted({ sort }: TablePreview, column: string): "ascending" | "descending" | undefined {
  if (sort?.column !== column || column === "") return undefined;
  return sort.descending ? "descending" : "ascending";
}
