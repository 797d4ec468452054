import type { Canvas, Colour } from "./canvas.ts";
import { classId } from "./classes.ts";
import { type Light, lit } from "./light.ts";
import { ellipse, polygon, rectangle } from "./shapes.ts";

/** A house whose front door stands on the ground at x, y. */
export interface House {
  x: number;
  y: number;
  form: "gable" | "hip";
  width: number;
  height: number;
  roof: number;
  storeys: 1 | 2;
  /** On which side the chimney sits; a tower stands on the other. */
  turn: -1 | 1;
  tower: number | null;
  chimney: boolean;
  lamps: boolean;
  walls: Colour;
  tiles: Colour;
  door: Colour;
}

const walls: readonly Colour[] = [
  [0.95, 0.88, 0.68],
  [0.95, 0.94, 0.9],
  [0.74, 0.36, 0.27],
  [0.68, 0.8, 0.86],
  [0.9, 0.7, 0.55],
];
const tiles: readonly Colour[] = [
  [0.62, 0.22, 0.15],
  [0.27, 0.3, 0.37],
  [0.45, 0.27, 0.18],
];
const doors: readonly Colour[] = [
  [0.4, 0.22, 0.11],
  [0.2, 0.32, 0.5],
  [0.16, 0.38, 0.25],
];
const choose = (list: readonly Colour[], random: () => number): Colour =>
  list[Math.floor(list.length * random())] ?? [0.5, 0.5, 0.5];

/**
 * A house in 80 % of scenes, with a pointed or a hipped roof, one or two storeys, and a tower on one in four. Each trait
 * takes its own place in the random stream, whatever the others are.
 */
export function buildHouse(light: Light, ground: number, random: () => number): House | null {
  if (random() >= 0.8) return null;
  const form = random() < 0.45 ? "gable" : "hip";
  const storeys = random() < 0.3 ? 2 : 1;
  const [x, y, size] = [0.26 + 0.48 * random(), ground + 0.11 + 0.09 * random(), random()];
  const turn = random() < 0.5 ? -1 : 1;
  const [tower, chimney, lamps] = [random() < 0.25, random() < 0.5, random()];
  return {
    ...{ x, y, form, storeys, turn, chimney },
    width: (form === "gable" ? 0.3 : 0.36) + 0.08 * size,
    height: storeys * 0.15,
    roof: 0.12 + 0.05 * size,
    tower: tower ? 1.35 : null,
    lamps: (light.time === "night" && lamps < 0.9) || (light.time === "sunset" && lamps < 0.4),
    walls: choose(walls, random),
    tiles: choose(tiles, random),
    door: choose(doors, random),
  };
}

/** Paints a house: shadow, tower, chimney, walls, roof, then door and windows. */
export function paintHouse(canvas: Canvas, light: Light, house: House): void {
  const { x, y, width } = house;
  canvas.paint(ellipse(x, y, width * 0.62, 0.028, 0.6), lit([0.12, 0.22, 0.09], light), null, 0.55);
  if (house.tower !== null) paintTower(canvas, light, house, house.tower);
  paintFront(canvas, light, house);
}

function paintFront(canvas: Canvas, light: Light, house: House): void {
  const { x, y, width, height, roof } = house;
  const half = width / 2;
  const eave = y - height;
  const over = half + 0.025;
  const ridge = house.form === "gable" ? 0.004 : half * 0.55;
  if (house.chimney)
    paintChimney(canvas, light, house, x + house.turn * half * 0.5, eave - roof * 0.9, roof * 0.6);
  canvas.paint(rectangle(x - half, eave, x + half, y), lit(house.walls, light), classId("building"));
  const slope = polygon(
    [x - over, eave + 0.008],
    [x + over, eave + 0.008],
    [x + ridge, eave - roof],
    [x - ridge, eave - roof],
  );
  canvas.paint(slope, lit(house.tiles, light), classId("roof"));
  canvas.paint(rectangle(x - half, eave + 0.008, x + half, eave + 0.02), lit(house.walls, light, 0.72), null);
  paintDoor(canvas, light, house, x, 0.05);
  const row = y - height / house.storeys / 2 - 0.008;
  for (const side of [-0.62, 0.62]) paintWindow(canvas, light, house, x + side * half, row);
  if (house.storeys === 2)
    for (const side of [-0.62, 0, 0.62])
      paintWindow(canvas, light, house, x + side * half, row - height / 2 + 0.012);
}

function paintTower(canvas: Canvas, light: Light, house: House, rise: number): void {
  const half = 0.052;
  const middle = house.x - house.turn * (house.width / 2 + half * 0.7);
  const top = Math.max(0.16, house.y - (house.height + house.roof) * rise);
  const shade = (x: number) => lit(house.walls, light, (x - middle) * light.side > 0 ? 0.98 : 0.8);
  canvas.paint(rectangle(middle - half, top, middle + half, house.y), shade, classId("building"));
  const cone = polygon(
    [middle - half - 0.02, top + 0.006],
    [middle + half + 0.02, top + 0.006],
    [middle, top - 0.13],
  );
  canvas.paint(cone, lit(house.tiles, light), classId("roof"));
  paintWindow(canvas, light, house, middle, top + 0.055);
}

function paintChimney(
  canvas: Canvas,
  light: Light,
  house: House,
  x: number,
  top: number,
  height: number,
): void {
  const brick: Colour = house.walls[0] > 0.8 ? [0.6, 0.3, 0.24] : [0.5, 0.42, 0.4];
  canvas.paint(rectangle(x - 0.02, top, x + 0.02, top + height), lit(brick, light), classId("building"));
}

function paintDoor(canvas: Canvas, light: Light, house: House, x: number, width: number): void {
  const top = house.y - Math.min(0.115, (house.height / house.storeys) * 0.74);
  canvas.paint(
    rectangle(x - width / 2 - 0.008, top - 0.008, x + width / 2 + 0.008, house.y),
    lit([0.98, 0.96, 0.9], light, 0.9),
    classId("door"),
  );
  canvas.paint(
    rectangle(x - width / 2, top, x + width / 2, house.y),
    lit(house.door, light),
    classId("door"),
  );
}

/** A framed pane, blue by day; where lamps burn it is yellow and shines on the wall. */
function paintWindow(canvas: Canvas, light: Light, house: House, x: number, y: number): void {
  const glow: Colour = [1, 0.84, 0.42];
  if (house.lamps) canvas.paint(ellipse(x, y, 0.075, 0.075, 1), glow, null, 0.45);
  const frame: Colour =
    house.walls[2] > 0.85 && house.walls[0] > 0.9 ? [0.5, 0.46, 0.42] : [0.98, 0.97, 0.94];
  canvas.paint(rectangle(x - 0.033, y - 0.036, x + 0.033, y + 0.036), lit(frame, light), classId("window"));
  const pane = (_: number, at: number) =>
    house.lamps ? glow : lit([0.36, 0.56, 0.78], light, at < y ? 1.15 : 0.9);
  canvas.paint(rectangle(x - 0.024, y - 0.027, x + 0.024, y + 0.027), pane, classId("window"));
}
