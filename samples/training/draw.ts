/**
 * Draws the training set: `npx tsx samples/training/draw.ts --out DIR [--count 20000] [--size 64] [--seed 1] [--first 0]`.
 * Writes DIR/scenes-SIZE.rgb (uint8 [count, 3, size, size]), DIR/scenes-SIZE.ids (uint8 [count, size, size]) and
 * DIR/scenes-SIZE.factors (float32 [count, 55]): the random numbers in (0, 1) that decide most of a scene, for
 * pretrain.py. With `--first` a part is drawn into files of their own (suffix -FIRST), so that several processes can
 * share the work.
 */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { uniforms } from "../../engine/random.ts";
import { drawScene } from "../../nodes/data/drawScene.ts";

/** Which of the numbers that an object draws matter: their places in the object's random stream. */
const factors = {
  light: [0, 1, 3],
  horizon: [0],
  sun: [0, 1, 2],
  clouds: [0, 1, 2, 9, 10, 17, 18],
  mountains: [0, 1, 2, 3, 4, 5, 6, 7],
  grass: [0, 1],
  water: [0, 1, 2],
  house: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  path: [0, 1],
  trees: [0, 1, 2, 3, 4, 9, 10, 11, 12, 17, 18, 19, 20],
};

/** The factors of one scene, object by object. */
const factorsOf = (seed: number, sample: number) =>
  Object.entries(factors).flatMap(([object, places]) => {
    const drawn = uniforms(seed, `scene/${object}`, sample, Math.max(...places) + 1);
    return places.map((place) => drawn[place] ?? 0);
  });

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    count: { type: "string", default: "20000" },
    size: { type: "string", default: "64" },
    seed: { type: "string", default: "1" },
    first: { type: "string" },
  },
});
if (!values.out) throw new Error("draw: --out DIR is missing");
const [count, size, seed] = [Number(values.count), Number(values.size), Number(values.seed)];
const first = Number(values.first ?? 0);
const suffix = values.first === undefined ? "" : `-${values.first.padStart(8, "0")}`;

mkdirSync(values.out, { recursive: true });
const open = (kind: string) => openSync(join(values.out ?? "", `scenes-${size}${suffix}.${kind}`), "w");
const rgb = open("rgb");
const ids = open("ids");
const numbers = open("factors");
for (let i = 0; i < count; i++) {
  const scene = drawScene(seed, first + i, size);
  writeSync(
    rgb,
    Uint8Array.from(scene.rgb, (v) => Math.round((v + 1) * 127.5)),
  );
  writeSync(ids, scene.labels);
  writeSync(numbers, Float32Array.from(factorsOf(seed, first + i)));
  if ((i + 1) % 1000 === 0) process.stderr.write(`draw: ${i + 1} of ${count}\n`);
}
for (const file of [rgb, ids, numbers]) closeSync(file);
