/**
 * Checks an exported generator against the vectors that export.py wrote:
 * `npx tsx samples/training/verify.ts --card CARD.json --vectors DIR`. Runs the whole file, then every layer on its own,
 * cut out of the file as the editor does, a style-based one with the styles of two latents mixed. Exit status 1 where
 * anything differs by more than 1e-3.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import * as ort from "onnxruntime-web";
import { cut } from "../../engine/onnx/cut.ts";
import { parseModel, serializeModel } from "../../engine/onnx/model.ts";

const TOLERANCE = 1e-3;
const SAMPLES = 3;
const CROSSOVER = 4;

interface Layer {
  name: string;
  resolution: number;
  units: number;
  input: string | null;
  latent?: string | null;
  style?: string;
  noise?: string;
  output: string;
}
type Feeds = Record<string, ort.Tensor>;

const { values } = parseArgs({ options: { card: { type: "string" }, vectors: { type: "string" } } });
const { card: cardPath, vectors } = values;
if (!cardPath || !vectors) throw new Error("verify: --card CARD.json and --vectors DIR are needed");
const card = JSON.parse(readFileSync(cardPath, "utf8"));
const layers: Layer[] = card.layers;
const bytes = new Uint8Array(readFileSync(join(dirname(cardPath), card.onnx)));
const model = parseModel(bytes, card.onnx);
let failed = false;

function check(what: string, good: boolean, figure: string): void {
  console.log(`${good ? "ok  " : "FAIL"}  ${what}: ${figure}`);
  failed ||= !good;
}

function vector(name: string): Float32Array {
  const file = readFileSync(join(vectors ?? "", `${name}.f32`));
  return new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}

const tensor = (data: Float32Array, ...shape: number[]) =>
  new ort.Tensor("float32", data, [SAMPLES, ...shape]);

function compare(what: string, got: ort.Tensor | undefined, name: string): void {
  const wanted = vector(name);
  const found = got?.data as Float32Array;
  const worst = found.reduce((most, x, i) => Math.max(most, Math.abs(x - (wanted[i] ?? Number.NaN))), 0);
  check(what, found.length === wanted.length && worst < TOLERANCE, worst.toExponential(1));
}

async function run(inputs: string[], output: string, feeds: Feeds): Promise<ort.Tensor | undefined> {
  const part = serializeModel(cut(model, inputs, [output]));
  const session = await ort.InferenceSession.create(part, { executionProviders: ["wasm"] });
  const result = await session.run(feeds);
  await session.release();
  return result[output];
}

/** Noise for every layer, scaled by `strength`; none for a traditional generator. */
function noises(strength: number): Feeds {
  const feeds: Feeds = {};
  for (const { noise, resolution } of layers) {
    if (!noise) continue;
    const map = vector(noise).map((v) => v * strength);
    feeds[noise] = tensor(map, 1, resolution, resolution);
  }
  return feeds;
}

/** Every layer cut out and run on its own, each with the style that `styleOf` gives it. */
async function layerByLayer(noise: Feeds, styleOf: (layer: number) => ort.Tensor, compared: boolean) {
  let features: ort.Tensor | undefined;
  for (const [i, { name, input, latent, style, noise: map, output }] of layers.entries()) {
    const feeds: Feeds = {};
    if (latent) feeds[latent] = z;
    if (style) feeds[style] = styleOf(i);
    if (map) feeds[map] = noise[map] as ort.Tensor;
    if (input && features) feeds[input] = features;
    features = await run(Object.keys(feeds), output, feeds);
    if (compared) compare(`layer ${name}`, features, output);
  }
  return run([card.image.input], card.image.output, { [card.image.input]: features as ort.Tensor });
}

/** Mapping, truncation and mixing of a style-based generator. */
async function checkStyles(): Promise<void> {
  const size: number = card.style.size;
  const w = vector("w");
  const style = tensor(w, size);
  compare("mapping", await run([card.mapping.input], card.mapping.output, { z }), "w");
  compare("image without noise", await run(inputs, card.image.output, { z, ...noises(0) }), "image-plain");
  compare("image from layers", await layerByLayer(noises(1), () => style, true), "image");
  const other = tensor(
    Float32Array.from(w, (_, i) => w[(SAMPLES - 1 - Math.floor(i / size)) * size + (i % size)] ?? 0),
    size,
  );
  const mixed = await layerByLayer(noises(0), (i) => (i < CROSSOVER ? style : other), false);
  compare("image of mixed styles", mixed, "image-mixed");
  const mean = model.graph.initializer.find((weights) => weights.name === card.style.mean);
  const average = new Float32Array((mean?.rawData ?? new Uint8Array()).slice().buffer);
  const truncated = tensor(
    w.map((v, i) => (average[i % size] ?? 0) * 0.3 + v * 0.7),
    size,
  );
  compare("image at psi 0.7", await layerByLayer(noises(0), () => truncated, false), "image-psi");
}

ort.env.logLevel = "error";
const z = tensor(vector("z"), card.latent.size);
const inputs = [card.latent.tensor, ...layers.flatMap(({ noise }) => noise ?? [])];
check("sha256", createHash("sha256").update(bytes).digest("hex") === card.sha256, card.sha256.slice(0, 12));
check("size", bytes.length < 8e6, `${(bytes.length / 1e6).toFixed(2)} MB`);
compare("image", await run(inputs, card.image.output, { z, ...noises(1) }), "image");
if (card.style) await checkStyles();
else compare("image from layers", await layerByLayer({}, () => z, true), "image");
process.exitCode = failed ? 1 : 0;
