import type { CSSProperties } from "react";
import type { Measure } from "../../engine/place.ts";
import { speaker } from "../../nodes/chart/texts.ts";
import { count } from "../numbers.ts";
import { words } from "../words.ts";
import type { PlacePreview } from "./PlaceView.tsx";

interface Props {
  readonly preview: PlacePreview;
  readonly width: number;
  readonly full: boolean;
}

/** Rows on a node; over the whole window as many as a page draws without effort. */
const most = { node: 12, full: 500 };
/** px: narrower nodes name the concept and show no bar. */
const roomy = 200;

/** One line a unit: what it stands for, and its strength as a bar. */
export function StrongUnits({ preview: { table, measure }, width, full }: Props) {
  const wide = full || width >= roomy;
  const names = table.columns.filter((name) => shows(name, measure, wide, full));
  const rows = table.rows.slice(0, full ? most.full : most.node);
  const column = (name: string) => rows.map((row) => row[table.columns.indexOf(name)] ?? null);
  const cells = names.map((name) => said(column(name)));
  const strengths = column("strength").map(Number);
  const spoken = said(strengths);
  const bar = barsOf(strengths, measure);
  return (
    <div className={`strong-units ${wide ? "" : "slim-units"}`}>
      <table className="rows" aria-label={words.place.units}>
        <thead>
          <tr>
            {names.map((name) => (
              <th scope="col" className={name === "concept" ? "" : "numeric"} key={name}>
                {words.place.columns[name] ?? name}
              </th>
            ))}
            <th scope="col" className="numeric" colSpan={wide ? 2 : 1}>
              {wide && words.place.measures[measure]}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([unit], row) => (
            <tr key={unit}>
              {names.map((name, at) => (
                <td className={name === "concept" ? "concept" : `numeric ${name}`} key={name}>
                  {cells[at]?.[row]}
                </td>
              ))}
              {wide && (
                <td className="bar">
                  <span style={bar(strengths[row] ?? 0)} />
                </td>
              )}
              <td className="numeric">{spoken[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > rows.length && (
        <p className="more">{words.moreUnits(count(table.rows.length - rows.length))}</p>
      )}
      <output className="unseen">
        {words.place.strongest(String(rows[0]?.[0]), String(column("concept")[0] ?? ""))}
      </output>
    </div>
  );
}

/** Columns beside the strength, which has its bar: the numbers it was made of where there is room for everything. */
function shows(name: string, measure: Measure, wide: boolean, full: boolean): boolean {
  if (name === "unit" || name === "concept") return true;
  if (name === "iou") return wide;
  return full && name !== "strength" && name !== measure;
}

function said(cells: readonly (string | number | null)[]): string[] {
  const say = speaker(cells.map((cell) => (typeof cell === "number" ? cell : null)));
  return cells.map((cell) => (typeof cell === "number" ? say(cell) : (cell ?? "")));
}

/** A bar from zero, and where it is as strong as the unit's threshold: shares of the room that all bars have. */
function barsOf(strengths: readonly number[], measure: Measure): (strength: number) => CSSProperties {
  const one = measure === "threshold" ? 1 : 0;
  const [least, greatest] = [Math.min(0, ...strengths), Math.max(one, 0, ...strengths)];
  const at = (strength: number) => (strength - least) / (greatest - least || 1);
  return (strength) =>
    ({
      "--from": at(Math.min(0, strength)),
      "--to": at(Math.max(0, strength)),
      "--mark": one > 0 ? at(one) : -1,
      "--ink": one > 0 && strength <= one ? "var(--edge)" : "var(--text2)",
    }) as CSSProperties;
}
