import { stream } from "../../../engine/random.ts";
import { canvas } from "./canvas.ts";
import { buildHouse, paintHouse } from "./house.ts";
import { paintGrass, paintMountains, paintPath, paintWater } from "./land.ts";
import { light } from "./light.ts";
import { paintClouds, paintSky, paintSun } from "./sky.ts";
import { paintTree, plantTrees } from "./tree.ts";

export { sceneClasses } from "./classes.ts";

/** A picture and what stands where in it. */
export interface Scene {
  /** [3, size, size] in [-1, 1]. */
  rgb: Float32Array;
  /** [size, size], class ids into `sceneClasses`. */
  labels: Uint8Array;
}

/**
 * Draws scene `sample` of the endless set that `seed` stands for, at `size` x `size` pixels, with exact labels. Every
 * object has a random stream of its own, so that objects come and go independently of each other, and the same scene can be
 * drawn at any size.
 */
export function drawScene(seed: number, sample: number, size: number): Scene {
  const random = (object: string) => stream(seed, `scene/${object}`, sample);
  const picture = canvas(size);
  const day = light(random("light"));
  const horizon = 0.5 + 0.08 * random("horizon")();
  paintSky(picture, day, random("sky"));
  const sun = paintSun(picture, day, random("sun"));
  paintClouds(picture, day, random("clouds"));
  paintMountains(picture, day, horizon, random("mountains"));
  paintGrass(picture, day, horizon, random("grass"));
  const house = buildHouse(day, horizon, random("house"));
  const trees = plantTrees(horizon, random("trees")).sort((a, b) => a.y - b.y);
  const path = random("path");
  if (house && path() < 0.5) paintPath(picture, day, house.x, house.y, 0.05, path);
  paintWater(picture, day, sun, random("water"));
  for (const tree of trees) if (!house || tree.y < house.y) paintTree(picture, day, tree);
  if (house) paintHouse(picture, day, house);
  for (const tree of trees) if (house && tree.y >= house.y) paintTree(picture, day, tree);
  return picture.average();
}
