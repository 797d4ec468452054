/** Where hints point, and where they stand: beside what they speak of, over as little as can be. */
import { isNumeric } from "../../engine/param.ts";
import { app } from "../app.ts";
import type { Box } from "../box.ts";
import type { Hint } from "../hints.ts";
import { nodeOf } from "../nodeOf.ts";
import { wiresOf } from "../wiresOf.ts";
import type { Point } from "./route.ts";
import type { Stage } from "./stage.ts";

export interface HintPlace {
  readonly hint: Hint;
  /** What it points at, in pixels of the canvas' window. */
  readonly target: Point;
  readonly box: Box;
}

const size = { width: 172, height: 68 };
const margin = 12;
const distances = [28, 64, 110, 170];
const mostTargets = 40;

/** Hints whose target is out of sight have no place. */
export function placeHints(stage: Stage, left: readonly Hint[]): HintPlace[] {
  const nodes = app.document.nodes.flatMap(({ id }) => onScreen(stage, id) ?? []);
  const taken = [...nodes, ...corners(stage)];
  return left.flatMap((hint) => {
    const place = hint === "find" ? atSearch(stage) : best(stage, hint, taken);
    if (place) taken.push(place.box, grown(place.box));
    return place ?? [];
  });
}

/** The overview with its buttons, and the chip. */
function corners({ container: { clientWidth, clientHeight } }: Stage): Box[] {
  const [right, bottom] = [clientWidth, clientHeight];
  return [
    { left: 0, top: bottom - 150, right: 230, bottom },
    { left: right - 160, top: bottom - 72, right, bottom },
  ];
}

const grown = ({ left, top, right, bottom }: Box): Box => ({
  left: left - margin,
  top: top - margin,
  right: right + margin,
  bottom: bottom + margin,
});

function toScreen(stage: Stage, [x, y]: Point): Point {
  const { k, ...offset } = stage.transform.getState();
  return [offset.x + x * k, offset.y + y * k];
}

function onScreen(stage: Stage, id: string): Box | null {
  const box = stage.boxOf(id);
  if (!box) return null;
  const [left, top] = toScreen(stage, [box.left, box.top]);
  const [right, bottom] = toScreen(stage, [box.right, box.bottom]);
  return { left, top, right, bottom };
}

/** Beside the field or the button that finds nodes, left of the canvas. */
function atSearch(stage: Stage): HintPlace | null {
  const field = document.querySelector(".palette input, .rail button")?.getBoundingClientRect();
  if (!field) return null;
  const y = field.top + field.height / 2 - stage.container.getBoundingClientRect().top;
  const box = { left: 20, top: y - 16, right: 20 + size.width, bottom: y + size.height - 16 };
  return { hint: "find", target: [-6, y], box };
}

function best(stage: Stage, hint: "wire" | "number", taken: readonly Box[]): HintPlace | null {
  const { clientWidth, clientHeight } = stage.container;
  const inside = ([x, y]: Point) => x > 0 && y > 0 && x < clientWidth && y < clientHeight;
  const wanted = hint === "wire" ? outputs(stage) : numbers(stage);
  let found: HintPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const target of wanted.map((at) => toScreen(stage, at)).filter(inside)) {
    for (const box of boxesAround(target)) {
      if (box.left < margin || box.top < margin) continue;
      if (box.right > clientWidth - margin || box.bottom > clientHeight - margin) continue;
      const cost = taken.reduce((sum, other) => sum + overlap(box, other), 0) + far(box, target);
      if (cost < least) [least, found] = [cost, { hint, target, box }];
    }
  }
  return found;
}

/** Sockets that give something, those without a wire first: there a wire is missed. */
function outputs(stage: Stage): Point[] {
  const { nodes, wires } = app.document;
  const sockets = nodes.flatMap(({ id, type }) =>
    Object.keys(app.catalogue[type]?.outputs ?? {}).map((port) => ({
      at: stage.wiring.socket(id, "out", port),
      free: !wiresOf(wires, id).leaving.has(port),
    })),
  );
  const free = sockets.filter((socket) => socket.free && socket.at);
  return (free.length > 0 ? free : sockets).flatMap(({ at }) => (at ? [at] : [])).slice(0, mostTargets);
}

/** Beside the values of number fields on nodes; a seed, where there is one, changes most. */
function numbers(stage: Stage): Point[] {
  const fields = app.document.nodes.flatMap(({ id }) => {
    const params = app.catalogue[nodeOf(app.document, id)?.type ?? ""]?.params ?? {};
    const layout = stage.wiring.layout(id);
    return (layout?.fields ?? []).flatMap((name) => {
      const spec = params[name];
      const at = spec && isNumeric(spec) ? stage.wiring.socket(id, "in", name) : null;
      return at && layout
        ? [{ at: [at[0] + layout.width, at[1]] as Point, seed: spec?.max === Number.MAX_SAFE_INTEGER }]
        : [];
    });
  });
  const seeds = fields.filter(({ seed }) => seed);
  return (seeds.length > 0 ? seeds : fields).map(({ at }) => at).slice(0, mostTargets);
}

function boxesAround([x, y]: Point): Box[] {
  const { width, height } = size;
  return distances.flatMap((far) =>
    [
      [x + far, y - height / 2],
      [x - far - width, y - height / 2],
      [x - width / 2, y - far - height],
      [x - width / 2, y + far],
      [x + far / 2, y + far],
      [x + far / 2, y - far - height],
      [x - far / 2 - width, y + far],
      [x - far / 2 - width, y - far - height],
    ].map(([left = 0, top = 0]) => ({ left, top, right: left + width, bottom: top + height })),
  );
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

const far = (box: Box, [x, y]: Point): number =>
  Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y);
