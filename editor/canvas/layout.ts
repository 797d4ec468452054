/** Where everything in a node stands, by arithmetic: the anatomy of look.md, section 3. */
import type { GraphNode } from "../../engine/document.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import { isNumeric, type Param } from "../../engine/param.ts";
import { passing } from "../../engine/passage.ts";
import { isShown } from "../controls/isShown.ts";
import { isBlock, paramOnPicture } from "../controls/pictureParam.ts";
import { dotSize } from "../dots.ts";
import type { NodeWires } from "../wiresOf.ts";
import { textWidth } from "./textWidth.ts";

export const anatomy = { header: 28, row: 20, field: 24, status: 20, narrowest: 76, widest: 540 } as const;

export interface PortRow {
  readonly input: string | null;
  readonly output: string | null;
}

export interface Layout {
  readonly width: number;
  /** The height above the first row. */
  readonly header: number;
  readonly rows: readonly PortRow[];
  /** Ports out of sight behind `+n`: optional inputs without a wire, outputs after the first without one. */
  readonly folded: readonly string[];
  readonly foldable: boolean;
  /** Params shown on the node, in order. */
  readonly fields: readonly string[];
  /** Params that take a block of their own under the fields. */
  readonly blocks: readonly string[];
}

/** What a placeholder shows: the ports that its wires name. */
function portsOf(definition: NodeDefinition | undefined, wires: NodeWires) {
  if (!definition) return { inputs: [...wires.entering.keys()], outputs: [...wires.leaving.keys()] };
  return { inputs: Object.keys(definition.inputs), outputs: Object.keys(definition.outputs) };
}

/** A long name alone makes a node no wider than this. */
const widestByName = 208;

/** How wide a node is that nobody resized. */
function naturalWidth(node: GraphNode, definition: NodeDefinition | undefined, fields: number): number {
  const name = node.label ?? definition?.title ?? node.type;
  const title = Math.min(widestByName, 42 + textWidth(name, 7));
  const outputs = Object.values(definition?.outputs ?? {});
  const pictures = definition?.show || outputs.some(({ types }) => types[0] === "image");
  const evolves = outputs[0]?.types[0] === "evolution";
  const plane = outputs.some(({ types }) => types[0] === "points" || types[0] === "dataset");
  const painted = definition !== undefined && paramOnPicture(definition) !== null;
  const wide = Object.values(definition?.params ?? {}).some(isBlock);
  const least = !definition
    ? 132
    : definition.drawn === "note"
      ? 208
      : evolves
        ? 280
        : pictures || painted || wide
          ? 256
          : plane
            ? 208
            : fields > 0
              ? 132
              : 92;
  return Math.min(anatomy.widest, Math.ceil(Math.max(least, title) / 4) * 4);
}

/** The width that the document keeps, if any: layout, unknown to the engine. */
export function widthOf(node: GraphNode): number | null {
  const { width } = node as { readonly width?: unknown };
  if (typeof width !== "number" || !Number.isFinite(width)) return null;
  return Math.min(anatomy.widest, Math.max(anatomy.narrowest, width));
}

/** The height that a person gave a note. */
export function heightOf(node: GraphNode): number | null {
  const { height } = node as { readonly height?: unknown };
  return typeof height === "number" && Number.isFinite(height) ? Math.min(anatomy.widest, height) : null;
}

/** A dot has its two ends level with each other, half-way up. */
function dotLayout({ inputs, outputs }: NodeDefinition): Layout {
  const [input = null] = Object.keys(inputs);
  const [output = null] = Object.keys(outputs);
  const { width, height } = dotSize;
  const header = (height - anatomy.row) / 2;
  return { width, header, rows: [{ input, output }], folded: [], foldable: false, fields: [], blocks: [] };
}

/**
 * Rare params, models, layers and texts that are empty by default are set in the inspector unless they are set to something else, texts of
 * several lines always; a param that has an input of the same name, or that an input decides in place of, gives way to its wire.
 */
function isField(name: string, spec: Param, node: GraphNode, wires: NodeWires): boolean {
  if (wires.entering.has(name)) return isNumeric(spec);
  if (spec.lines || (spec.unless !== undefined && wires.entering.has(spec.unless))) return false;
  const aside =
    spec.rare ||
    spec.kind === "model" ||
    spec.kind === "layer" ||
    (spec.kind === "text" && spec.default === "");
  if (!aside) return true;
  const value = node.params[name];
  return value !== undefined && value !== spec.default;
}

export function layoutOf(
  node: GraphNode,
  definition: NodeDefinition | undefined,
  wires: NodeWires,
  open: boolean,
): Layout {
  if (definition?.drawn === "dot") return dotLayout(definition);
  const { inputs, outputs } = portsOf(definition, wires);
  const spareInputs = inputs.filter(
    (name) => definition?.inputs[name]?.optional && !wires.entering.has(name),
  );
  const spareOutputs = outputs.filter((name, index) => index > 0 && !wires.leaving.has(name));
  const shown = (names: readonly string[], spare: readonly string[]) =>
    open ? names : names.filter((name) => !spare.includes(name));
  const [visible, given] = [shown(inputs, spareInputs), shown(outputs, spareOutputs)];
  const spare = [...spareInputs, ...spareOutputs];
  const rows = Array.from(
    { length: Math.max(spare.length > 0 ? 1 : 0, visible.length, given.length) },
    (_, index) => ({
      input: visible[index] ?? null,
      output: given[index] ?? null,
    }),
  );
  const params = Object.entries(definition?.params ?? {});
  const named = (kept: (name: string, spec: Param) => boolean) =>
    params.filter(([name, spec]) => kept(name, spec)).map(([name]) => name);
  const means = (spec: Param) => isShown(spec, definition?.params ?? {}, node.params);
  const fields = named(
    (name, spec) =>
      !isBlock(spec) && (means(spec) || wires.entering.has(name)) && isField(name, spec, node, wires),
  );
  const blocks = named((_, spec) => isBlock(spec) && means(spec));
  const handsOn = passing(node, definition) !== null;
  const kept = handsOn ? fields.filter((name) => wires.entering.has(name)) : fields;
  const width = widthOf(node) ?? naturalWidth(node, definition, fields.length);
  return {
    width,
    header: anatomy.header,
    rows,
    folded: open ? [] : spare,
    foldable: spare.length > 0,
    fields: kept,
    blocks: handsOn ? [] : blocks,
  };
}

/** From the top of a node to where its blocks or its picture begin. */
export const rowsHeight = ({ header, rows, fields }: Layout): number =>
  header + anatomy.row * rows.length + anatomy.field * fields.length;

/**
 * The centre of a socket relative to the top left corner of its node. A port behind `+n` lies where the `+n` is;
 * null for a port that the node lacks.
 */
export function socketAt(layout: Layout, side: "in" | "out", port: string): readonly [number, number] | null {
  const x = side === "in" ? 0 : layout.width;
  const key = side === "in" ? "input" : "output";
  const row = layout.rows.findIndex((pair) => pair[key] === port);
  if (row >= 0) return [x, layout.header + anatomy.row * (row + 0.5)];
  const rows = layout.header + anatomy.row * layout.rows.length;
  const field = side === "in" ? layout.fields.indexOf(port) : -1;
  if (field >= 0) return [0, rows + anatomy.field * (field + 0.5)];
  return layout.folded.includes(port) ? [x, rows - anatomy.row / 2] : null;
}

/** The place of an input counted from the top: later ports turn their wires earlier. */
export function laneOf(layout: Layout, port: string): number {
  const row = layout.rows.findIndex(({ input }) => input === port);
  if (row >= 0) return row;
  return layout.rows.length + Math.max(0, layout.fields.indexOf(port));
}
