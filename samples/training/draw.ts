/**
 * Draws the training set: `npx tsx samples/training/draw.ts --out DIR [--count 20000] [--size 64] [--seed 1] [--first 0]`.
 * Writes DIR/scenes-SIZE.rgb (uint8 [count, 3, size, size]) and DIR/scenes-SIZE.ids (uint8 [count, size, size]). With
 * `--first` a part is drawn into files of their own (suffix -FIRST), so that several processes can share the work.
 */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawScene } from "../../nodes/data/scene/drawScene.ts";

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
for (let i = 0; i < count; i++) {
  const scene = drawScene(seed, first + i, size);
  writeSync(
    rgb,
    Uint8Array.from(scene.rgb, (v) => Math.round((v + 1) * 127.5)),
  );
  writeSync(ids, scene.labels);
  if ((i + 1) % 1000 === 0) process.stderr.write(`draw: ${i + 1} of ${count}\n`);
}
closeSync(rgb);
closeSync(ids);
