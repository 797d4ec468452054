/** What strokes of several brushes do to the units of a layer (GANPaint: Bau et al. 2018, section 4.4). */
import type { Runtime } from "../context.ts";
import { unitMask } from "../gpu/kernels/unitMask.ts";
import type { Stroke } from "../strokes.ts";
import { type HostTensor, type Tensor, tensor } from "../tensor.ts";
import { paintStrokes } from "./paintStrokes.ts";
import { adaptiveMaxPool } from "./region.ts";
import { unitAlpha } from "./units.ts";

/** One edit of some units where the region [1, rows, columns] is 1. */
export interface UnitEdit {
  readonly mode: "insert" | "ablate";
  readonly units: readonly number[];
  readonly region: HostTensor;
}

/** The units that each brush stands for; a brush that is left out does nothing. */
export type Brushes = Readonly<Record<string, readonly number[] | undefined>>;

type Size = readonly [height: number, width: number];

/**
 * The edits that are left when all strokes are drawn, in order, on a picture of this size, over a grid of cells: each
 * stroke takes the cells that adaptive max pooling gives it, and what a unit became last in a cell is what it is. No two
 * edits take the same unit in the same cell, so they may be applied in any order.
 */
export function unitEdits(
  strokes: readonly Stroke[],
  brushes: Brushes,
  [height, width]: Size,
  [rows, columns]: Size,
): UnitEdit[] {
  const drawn = strokes.map(({ mode, brush, ...way }) => {
    const mask = paintStrokes([{ ...way, mode: "paint" }], height, width);
    const edit: Cell = brush === undefined ? 0 : mode === "paint" ? insert : ablate;
    return { brush, edit, cells: adaptiveMaxPool(mask, rows, columns).data };
  });
  return groupsOf(brushes).flatMap(({ units, of }) => {
    const cells = new Uint8Array(rows * columns);
    for (const stroke of drawn)
      if (stroke.brush === undefined || of.has(stroke.brush))
        for (let at = 0; at < cells.length; at++) if (stroke.cells[at] === 1) cells[at] = stroke.edit;
    return ([insert, ablate] as const).flatMap((edit): UnitEdit[] => {
      if (!cells.includes(edit)) return [];
      const region = Float32Array.from(cells, (cell) => (cell === edit ? 1 : 0));
      return [
        { mode: edit === insert ? "insert" : "ablate", units, region: tensor([1, rows, columns], region) },
      ];
    });
  });
}

/** What a unit is in a cell: 0 as it was, else put in or off. */
type Cell = 0 | typeof insert | typeof ablate;
const insert = 1;
const ablate = 2;

/** Units that the very same brushes stand for share their fate. */
function groupsOf(brushes: Brushes): { units: number[]; of: ReadonlySet<string> }[] {
  const of = new Map<number, string[]>();
  for (const [brush, units = []] of Object.entries(brushes))
    for (const unit of new Set(units)) of.set(unit, [...(of.get(unit) ?? []), brush]);
  const groups = new Map<string, { units: number[]; of: ReadonlySet<string> }>();
  for (const [unit, names] of of) {
    const key = names.join("\n");
    const group = groups.get(key) ?? { units: [], of: new Set(names) };
    group.units.push(unit);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Features [n, units, h, w] with the edits, inserting `levels` [units]; the features themselves where there are none. */
export async function applyEdits(
  runtime: Runtime,
  features: Tensor,
  edits: readonly UnitEdit[],
  levels: Tensor,
): Promise<Tensor> {
  const [, count = 0] = features.shape;
  let edited = features;
  for (const { mode, units, region } of edits) {
    const alpha = tensor([count], unitAlpha(units, count));
    const next = await runtime.apply(unitMask, [edited, alpha, region, levels], { mode });
    if (edited !== features) runtime.release(edited);
    edited = next;
  }
  return edited;
}
