import type { GeneratorCard, Layer } from "../../../engine/card.ts";
import type { GraphNode, Wire } from "../../../engine/document.ts";
import type { Expansion, Whole } from "../../../engine/expansion.ts";
import { type RangeName, rangeNames, rangeOf } from "../../../engine/gan/ranges.ts";
import { noiseProblem } from "./noiseProblem.ts";

const step = { x: 120, y: 268 } as const;
const width = 92;

/** A synthesis as its layers: a row and a frame a range, the constant before them and toRGB behind. */
export function expandSynthesis(whole: Whole): Expansion | string {
  const { card, inputs } = whole;
  const problem = problemOf(whole);
  if (problem !== null || !card) return problem ?? "No generator is known here: wire a style into coarse.";
  const rows = rangeNames
    .map((range) => ({ range, layers: card.layers.filter((layer) => rangeOf(card, layer) === range) }))
    .filter(({ layers }) => layers.length > 0);
  const longest = Math.max(...rows.map(({ layers }) => layers.length));
  const ids = card.layers.map(idOf);
  const last = rows.at(-1)?.layers.length ?? 0;
  const entries = rangeNames.map((range) => [range, styleInput(range, inputs)] as const);
  const takes = (input: string) =>
    card.layers.flatMap((layer): Wire["to"][] =>
      entries.some(([range, from]) => from === input && range === rangeOf(card, layer))
        ? [[idOf(layer), "w"]]
        : [],
    );
  return {
    nodes: [
      node("constant", "constantInput", 0, 0, { params: { generator: card.id }, label: "Constant" }),
      ...rows.flatMap(({ layers }, row) =>
        layers.map((layer, column) =>
          node(idOf(layer), "adainLayer", column + 1, row, { label: labelOf(layer) }),
        ),
      ),
      node("toRGB", "toRGB", last + 1, rows.length - 1),
    ],
    wires: ["constant", ...ids].map((id, index) => ({
      from: [id, "features"],
      to: [ids[index] ?? "toRGB", "features"],
    })),
    frames: rows.map(({ range, layers }) => ({ label: frameLabel(range, layers), nodes: layers.map(idOf) })),
    inputs: {
      ...Object.fromEntries(rangeNames.map((range) => [range, takes(range)])),
      noise: card.layers.flatMap((layer): Wire["to"][] =>
        layer.noise === null ? [] : [[idOf(layer), "noise"]],
      ),
    },
    outputs: { image: ["toRGB", "image"], features: [idOf(tapped(card, whole) as Layer), "features"] },
    size: { width: step.x * (longest + 2), height: step.y * rows.length },
  };
}

function problemOf(whole: Whole): string | null {
  const { card, params } = whole;
  if (!whole.inputs.has("coarse")) return "coarse is not wired: its style says which generator this is.";
  if (!card) return "The generator of its style is not known here.";
  if (!card.style) return `${card.id} is a traditional generator: it has no layers with a style.`;
  if (!tapped(card, whole)) return `${card.id} has no layer called "${params.tap}": choose another tap.`;
  return noiseProblem(whole.inputs, whole.samples);
}

/** The layer whose features come out; the last where the tap is empty. */
const tapped = ({ layers }: GeneratorCard, { params: { tap } }: Whole): Layer | undefined =>
  tap === "" ? layers.at(-1) : layers.find(({ name }) => name === tap);

/** The input whose style a range takes: an unwired middle takes coarse's, an unwired fine takes middle's. */
function styleInput(range: RangeName, inputs: Whole["inputs"]): RangeName {
  if (range === "coarse" || inputs.has(range)) return range;
  return styleInput(range === "fine" ? "middle" : "coarse", inputs);
}

const idOf = ({ name }: Layer): string => `layer${name.replace(/^(\d+)x\1(?!\d)/, "$1").replace(/\W/g, "")}`;

const labelOf = ({ name }: Layer): string => name.replace(/(\d)x(\d)/, "$1×$2");

function frameLabel(range: RangeName, layers: readonly Layer[]): string {
  const sizes = layers.map(({ resolution }) => resolution);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return `${range[0]?.toUpperCase()}${range.slice(1)} ${least === most ? least : `${least}–${most}`}`;
}

function node(
  id: string,
  type: string,
  column: number,
  row: number,
  more: Partial<GraphNode> = {},
): GraphNode {
  const at = [column * step.x + (column > 0 ? 24 : 0), row * step.y] as const;
  return { id, type, params: {}, at, ...more, width } as GraphNode;
}
