import { caption, space } from "./drawing.ts";
import type { Inks } from "./inks.ts";
import { font, widthOf } from "./texts.ts";

/** The look of the `at`-th of `of` names: one ink in steps of lightness, the last strongest, another dash for each. */
export function stepInk(at: number, of: number, inks: Inks, highlighted: boolean) {
  const behind = of - 1 - at;
  const share = of <= 1 ? 1 : 1 - behind / (of - 1);
  return {
    color: highlighted ? inks.accent : between(inks.weak, inks.strong, share),
    type: dashes[behind % dashes.length] as (typeof dashes)[number],
  };
}

const dashes = ["solid", "dashed", "dotted"] as const;

/** A colour between two, each `#rrggbb`. */
export function between(a: string, b: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) + share * (part(b, at) - part(a, at))));
  return `#${mixed.map((level) => level.toString(16).padStart(2, "0")).join("")}`;
}

interface Entry {
  readonly name: string;
  readonly color: string;
  /** A line with its dash; none: a square. */
  readonly type?: "solid" | "dashed" | "dotted";
}

const swatch = { width: 14, gap: 6, apart: 10 };

/** Names with their marks, right-aligned at `right` px from the left, `top` px from the top; their width in px. */
export function legend(entries: readonly Entry[], right: number, top: number, inks: Inks) {
  let x = Math.max(
    space.side,
    right - entries.reduce((sum, { name }) => sum + entryWidth(name), -swatch.apart),
  );
  const start = x;
  const items = entries.flatMap(({ name, color, type }) => {
    const mark =
      type === undefined
        ? ({
            type: "rect",
            shape: { x: x + 4, y: top, width: 10, height: 10 },
            style: { fill: color },
          } as const)
        : ({
            type: "line",
            shape: { x1: x, y1: top + 5, x2: x + swatch.width, y2: top + 5 },
            style: { stroke: color, lineWidth: 1.5, lineDash: type },
          } as const);
    const text = {
      ...caption(name, inks),
      left: x + swatch.width + swatch.gap,
      top,
      style: { text: name, fill: inks.text2, ...font },
    };
    x += entryWidth(name);
    return [{ ...mark, silent: true }, text];
  });
  return { items, start };
}

const entryWidth = (name: string): number => swatch.width + swatch.gap + widthOf(name) + swatch.apart;
