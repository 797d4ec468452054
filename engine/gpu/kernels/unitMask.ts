/** Ablate, insert or scale units of feature maps inside a region (GAN Dissection, Bau et al. 2018, section 3.2). */
import { Fault } from "../../fault.ts";
import { sizeOf, tensor } from "../../tensor.ts";
import { defineKernel } from "../defineKernel.ts";

export interface UnitMask {
  readonly mode: "ablate" | "insert" | "scale";
}

/** x (1 - a) + (x keep + add) value a: ablate (0, 0), insert (0, 1), scale (1, 0). */
function blend({ mode }: UnitMask): { keep: number; add: number } {
  return { keep: mode === "scale" ? 1 : 0, add: mode === "insert" ? 1 : 0 };
}

const workgroup = 64;
const widest = 65535;

function groups(shape: readonly number[]): [number, number, number] {
  const needed = Math.ceil(sizeOf(shape) / workgroup);
  return [Math.min(needed, widest), Math.ceil(needed / widest), 1];
}

/**
 * Inputs: features x [n, units, h, w]; alpha [units] in 0..1, 0 for a unit that stays; region [n or 1, h, w] in 0..1; value
 * [units], what insert puts in and the factor of scale. Output [n, units, h, w]: with a = alpha * region, ablate x (1 - a), insert x (1 - a) + value a, scale
 * x (1 - a) + value x a.
 */
export const unitMask = defineKernel<UnitMask>({
  name: "unitMask",
  output: "float32",
  wgsl: /* wgsl */ `
struct Uniforms { size: u32, units: u32, pixels: u32, regions: u32, keep: f32, add: f32, row: u32, pad: u32 }
@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> x: array<f32>;
@group(0) @binding(2) var<storage, read> alpha: array<f32>;
@group(0) @binding(3) var<storage, read> region: array<f32>;
@group(0) @binding(4) var<storage, read> value: array<f32>;
@group(0) @binding(5) var<storage, read_write> result: array<f32>;

@compute @workgroup_size(${workgroup})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * u.row + id.x;
  if (i >= u.size) { return; }
  let map = i / u.pixels;
  let pixel = i % u.pixels;
  let sample = select(map / u.units, 0u, u.regions == 1u);
  let unit = map % u.units;
  let a = alpha[unit] * region[sample * u.pixels + pixel];
  result[i] = x[i] * (1.0 - a) + (x[i] * u.keep + u.add) * value[unit] * a;
}`,
  shape([x = [], alpha = [], region = [], value = []]) {
    const [n, units, h, w] = x;
    if (value[0] !== units) throw new Fault(`features have ${units} units, the values ${value[0]}`);
    if (alpha[0] !== units) throw new Fault(`features have ${units} units, the mask ${alpha[0]}`);
    if (region[1] !== h || region[2] !== w)
      throw new Fault(`the region is ${region[1]}x${region[2]}, the features ${h}x${w}`);
    if (region[0] !== 1 && region[0] !== n)
      throw new Fault(`features and region differ in samples: ${n} and ${region[0]}`);
    return [...x];
  },
  uniforms(mask, [x = [], , region = []]) {
    const [, units = 1, h = 1, w = 1] = x;
    const { keep, add } = blend(mask);
    const block = new ArrayBuffer(32);
    const row = groups(x)[0] * workgroup;
    new Uint32Array(block).set([sizeOf(x), units, h * w, region[0] ?? 1, 0, 0, row, 0]);
    new Float32Array(block).set([keep, add], 4);
    return block;
  },
  workgroups: ([x = []]) => groups(x),
  reference([x, alpha, region, values], mask) {
    if (!x || !alpha || !region || !values) throw new Error("unitMask: expected four inputs");
    const [, units = 1, h = 1, w = 1] = x.shape;
    const pixels = h * w;
    const { keep, add } = blend(mask);
    const result = new Float32Array(x.data.length);
    for (let map = 0; map < result.length / pixels; map++) {
      const put = at(values.data, map % units);
      const start = region.shape[0] === 1 ? 0 : Math.floor(map / units) * pixels;
      for (let pixel = 0; pixel < pixels; pixel++) {
        const a = at(alpha.data, map % units) * at(region.data, start + pixel);
        const value = at(x.data, map * pixels + pixel);
        result[map * pixels + pixel] = value * (1 - a) + (value * keep + add) * put * a;
      }
    }
    return tensor(x.shape, result);
  },
});

function at(data: ArrayLike<number>, index: number): number {
  return data[index] as number;
}
