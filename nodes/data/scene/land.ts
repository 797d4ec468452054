import type { Canvas, Colour } from "./canvas.ts";
import { classId } from "./classes.ts";
import { type Light, lit, mix } from "./light.ts";
import { below, polygon } from "./shapes.ts";
import type { Disc } from "./sky.ts";

interface Peak {
  x: number;
  height: number;
  reach: number;
}

const snow: Colour = [0.96, 0.97, 1];
const sand: Colour = [0.85, 0.74, 0.52];

/** Three peaks on the horizon, in 55 % of scenes; the high ones of 60 % of ranges wear snow. */
export function paintMountains(canvas: Canvas, light: Light, horizon: number, random: () => number): void {
  if (random() >= 0.55) return;
  const snowy = random() < 0.6;
  const peaks = [0, 1, 2].map((i): Peak => {
    const height = 0.1 + 0.22 * random();
    return { x: (i + 0.1 + 0.8 * random()) / 3, height, reach: height * 1.2 };
  });
  const rock: Colour = mix([0.42, 0.43, 0.55], [0.52, 0.45, 0.42], random());
  const phase = random();
  const jag = (x: number) => 0.008 * Math.sin(57 * x + phase) + 0.006 * Math.sin(103 * x + 2 * phase);
  const rise = (peak: Peak, x: number) => peak.height * (1 - Math.abs(x - peak.x) / peak.reach);
  const highest = (x: number) => peaks.reduce((best, peak) => (rise(peak, x) > rise(best, x) ? peak : best));
  const ridge = (x: number) => horizon - Math.max(0.05, rise(highest(x), x)) + jag(x);
  const fill = (x: number, y: number): Colour => {
    const peak = highest(x);
    const bright = (x - peak.x + jag(4 * y)) * light.side > 0;
    const line = horizon - peak.height * 0.64 + 2.2 * jag(1.7 * x);
    const stone = lit(snowy && peak.height > 0.18 && y < line ? snow : rock, light, bright ? 1.12 : 0.82);
    return mix(stone, light.horizon, 0.12 + 0.2 * Math.max(0, 1 - (horizon - y) / 0.2));
  };
  canvas.paint(below(horizon - 0.36, ridge), fill, classId("mountain"));
}

/** The meadow: a far hill (60 %) and the near ground, both rolling gently. */
export function paintGrass(canvas: Canvas, light: Light, horizon: number, random: () => number): void {
  const green: Colour = mix([0.36, 0.66, 0.26], [0.5, 0.64, 0.25], random());
  const roll = (depth: number) => {
    const [a, b, frequency] = [6 * random(), 6 * random(), 4];
    return (x: number) => depth * (Math.sin(frequency * x + a) + 0.4 * Math.sin(2.3 * frequency * x + b));
  };
  const hilly = random() < 0.6;
  const near = roll(0.012);
  const far = roll(0.016);
  if (hilly) {
    const edge = (x: number) => horizon - 0.02 + far(x);
    const colour = mix(lit(green, light, 0.8), light.horizon, 0.2);
    canvas.paint(below(horizon - 0.06, edge), colour, classId("grass"));
  }
  const edge = (x: number) => horizon + 0.03 + near(x);
  const fill = (_: number, y: number) => lit(green, light, 1.1 - 0.75 * Math.max(0, y - horizon));
  canvas.paint(below(horizon - 0.02, edge), fill, classId("grass"));
}

/** Water along the lower edge with a strip of sand, ripples and the light of the sky, in 35 % of scenes. */
export function paintWater(canvas: Canvas, light: Light, sun: Disc | null, random: () => number): void {
  if (random() >= 0.35) return;
  const shore = 0.8 + 0.08 * random();
  const phase = 5 * random();
  const edge = (x: number) => shore + 0.02 * Math.sin(4 * x + phase);
  canvas.paint(
    below(shore - 0.08, (x) => edge(x) - 0.018),
    lit(sand, light),
    classId("grass"),
  );
  const base = mix(lit([0.16, 0.42, 0.72], light), light.horizon, 0.22);
  const ripple = (x: number, y: number) => Math.sin(95 * y + 2.5 * Math.sin(7 * x + phase));
  const fill = (x: number, y: number): Colour => {
    const wave = ripple(x, y);
    const calm = mix(mix(base, light.horizon, 0.35), base, Math.min(1, (y - edge(x)) / 0.1));
    const path = sun ? Math.max(0, 1 - Math.abs(x - sun.x) / 0.11) : 0;
    return mix(
      mix(calm, light.horizon, wave > 0.55 ? 0.22 : 0),
      light.disc,
      wave > -0.3 ? 0.75 * path : 0.1 * path,
    );
  };
  canvas.paint(below(shore - 0.05, edge), fill, classId("water"));
}

/** A sandy path from a door (its foot at x, y) to the lower edge. */
export function paintPath(
  canvas: Canvas,
  light: Light,
  x: number,
  y: number,
  width: number,
  random: () => number,
): void {
  const end = x + 0.5 * (random() - 0.5);
  const middle = x + (end - x) * 0.25;
  const bow = (y + 1) / 2;
  const shape = polygon(
    [x - width / 2, y],
    [x + width / 2, y],
    [middle + width * 0.85, bow],
    [end + width * 1.5, 1],
    [end - width * 1.5, 1],
    [middle - width * 0.85, bow],
  );
  canvas.paint(shape, lit(sand, light, 0.95), classId("grass"), 0.9);
}
