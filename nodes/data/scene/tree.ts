import type { Canvas, Colour } from "./canvas.ts";
import { classId } from "./classes.ts";
import { type Light, lit, mix } from "./light.ts";
import { ellipse, polygon, rectangle, union } from "./shapes.ts";

/** A tree standing at x on the ground at y. */
export interface Tree {
  x: number;
  y: number;
  height: number;
  pointed: boolean;
  leaves: Colour;
  /** Three numbers in (0, 1) that shape its crown. */
  form: readonly [number, number, number];
}

const autumn: readonly Colour[] = [
  [0.85, 0.42, 0.12],
  [0.8, 0.25, 0.15],
  [0.9, 0.68, 0.18],
];

/** Up to three trees, round or pointed; one in four round ones in autumn colours. */
export function plantTrees(ground: number, random: () => number): Tree[] {
  const count = Math.floor(4 * random());
  return Array.from({ length: count }, (): Tree => {
    const x = 0.04 + 0.92 * random();
    const near = random();
    const pointed = random() < 0.45;
    const season = random();
    const green = mix([0.1, 0.38, 0.16], [0.22, 0.5, 0.14], season);
    const leaves = (pointed ? null : autumn[Math.floor(12 * season)]) ?? green;
    const height = (0.24 + 0.05 * random()) * (0.75 + 0.4 * near);
    return {
      x,
      y: ground + 0.06 + 0.2 * near,
      height,
      pointed,
      leaves,
      form: [random(), random(), random()],
    };
  });
}

/** Paints a tree with its shadow; the side towards the light is brighter. */
export function paintTree(canvas: Canvas, light: Light, tree: Tree): void {
  const { x, y, height } = tree;
  canvas.paint(
    ellipse(x - light.side * 0.02, y, height * 0.32, height * 0.07, 0.5),
    lit([0.1, 0.2, 0.08], light),
    null,
    0.5,
  );
  const trunk = Math.max(0.011, height * 0.05);
  canvas.paint(
    rectangle(x - trunk, y - height * 0.4, x + trunk, y),
    lit([0.36, 0.24, 0.15], light),
    classId("tree"),
  );
  if (tree.pointed) paintCone(canvas, light, tree);
  else paintCrown(canvas, light, tree);
}

function paintCone(canvas: Canvas, light: Light, { x, y, height, leaves, form }: Tree): void {
  const bright = (at: number) => lit(leaves, light, (at - x) * light.side > 0 ? 1.2 : 0.85);
  for (let tier = 0; tier < 3; tier++) {
    const foot = y - height * (0.16 + 0.24 * tier);
    const half = height * (0.24 + 0.06 * form[0]) * (1 - 0.24 * tier);
    canvas.paint(
      polygon([x - half, foot], [x + half, foot], [x, foot - height * 0.38]),
      bright,
      classId("tree"),
    );
  }
}

function paintCrown(canvas: Canvas, light: Light, { x, y, height, leaves, form }: Tree): void {
  const r = height * (0.26 + 0.06 * form[0]);
  const top = y - height * 0.64;
  const heap = union([
    ellipse(x, top - r * 0.25, r, r),
    ellipse(x - r * 0.62, top + r * (0.15 + 0.3 * form[1]), r * 0.72, r * 0.66),
    ellipse(x + r * 0.62, top + r * (0.15 + 0.3 * form[2]), r * 0.72, r * 0.66),
  ]);
  canvas.paint(heap, lit(leaves, light, 0.85), classId("tree"));
  const shine = ellipse(x + light.side * r * 0.32, top - r * 0.35, r * 0.72, r * 0.66, 0.4);
  canvas.paint(shine, lit(leaves, light, 1.3), null, 0.85);
}
