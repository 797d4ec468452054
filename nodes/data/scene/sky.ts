import type { Canvas } from "./canvas.ts";
import { classId } from "./classes.ts";
import { type Light, mix } from "./light.ts";
import { ellipse, everywhere, union } from "./shapes.ts";

/** Centre and radius of sun or moon. */
export interface Disc {
  x: number;
  y: number;
  radius: number;
}

/** The sky from zenith to horizon, with stars at night. */
export function paintSky(canvas: Canvas, light: Light, random: () => number): void {
  canvas.paint(
    everywhere,
    (_, y) => mix(light.zenith, light.horizon, Math.min(1, y / 0.58) ** 1.2),
    classId("sky"),
  );
  if (light.time !== "night") return;
  const count = 6 + Math.floor(9 * random());
  for (let i = 0; i < count; i++) {
    const radius = 0.006 + 0.006 * random();
    canvas.paint(
      ellipse(random(), 0.45 * random() ** 1.3, radius, radius),
      [0.95, 0.95, 1],
      null,
      0.45 + 0.5 * random(),
    );
  }
}

/** The sun, or the moon at night, with its glow: in 60 % of scenes. */
export function paintSun(canvas: Canvas, light: Light, random: () => number): Disc | null {
  if (random() >= 0.6) return null;
  const low = light.time === "sunset";
  const disc = {
    x: 0.1 + 0.8 * random(),
    y: (low ? 0.26 : 0.09) + (low ? 0.14 : 0.17) * random(),
    radius: 0.055 + 0.02 * random() + (low ? 0.015 : 0),
  };
  const reach = disc.radius * (low ? 4.5 : 2.8);
  canvas.paint(
    ellipse(disc.x, disc.y, reach, reach, 1),
    light.disc,
    null,
    light.time === "night" ? 0.3 : 0.55,
  );
  canvas.paint(ellipse(disc.x, disc.y, disc.radius, disc.radius), light.disc, classId("sun"));
  return disc;
}

/** Up to three clouds, each a flat-bottomed heap of five ellipses, brighter above. */
export function paintClouds(canvas: Canvas, light: Light, random: () => number): void {
  const count = Math.floor(4 * random());
  for (let i = 0; i < count; i++) {
    const x = -0.02 + 1.04 * random();
    const y = 0.1 + 0.26 * random();
    const width = 0.26 + 0.1 * random();
    const heap = [-0.4, -0.2, 0, 0.2, 0.4].map((along) => {
      const radius = width * (0.2 + 0.05 * random()) * (1 - 2.6 * along * along);
      return ellipse(x + along * width, y - radius * 0.45, radius * 1.25, radius, 0.22);
    });
    const shape = union(heap, y + 0.012);
    const height = y - shape.box[1];
    const underside = mix(light.cloud, light.zenith, 0.32);
    const fill = (_: number, at: number) =>
      mix(light.cloud, underside, Math.max(0, 1 - (y - at) / height) ** 2);
    canvas.paint(shape, fill, classId("cloud"), light.time === "night" ? 0.8 : 0.96);
  }
}
