/** Ablate, insert or scale units of feature maps inside a region (GAN Dissection, Bau et al. 2018, section 3.2). */
import { Fault } from "../../fault.ts";
import { sizeOf, tensor } from "../../tensor.ts";
import { defineKernel } from "../defineKernel.ts";

export interface UnitMask {
  readonly mode: "ablate" | "insert" | "scale";
}

/** What comes in, times value a: nothing, 1, or x. */
const sources = { ablate: 0, insert: 1, scale: 2 } as const;

const workgroup = 64;
const widest = 65535;

function groups(shape: readonly number[]): [number, number, number] {
  const needed = Math.ceil(sizeOf(shape) / workgroup);
  return [Math.min(needed, widest), Math.ceil(needed / widest), 1];
}

/**
 * Inputs: features x [n, units, h, w]; alpha [units] in 0..1, 0 for a unit that stays; region [n or 1, h, w] in 0..1; value
 * [units], what insert puts in and the factor of scale. Output [n, units, h, w]: with a = alpha * region, ablate x (1 - a), insert x (1 - a) + value a, scale
 * x (1 - a) + value x a. NaN and infinite numbers stay where they are: a unit or place that is not chosen comes out as it was,
 * and what is ablated whole is 0 whatever it was.
 */
export const unitMask = defineKernel<UnitMask>({
  name: "unitMask",
  output: "float32",
  wgsl: /* wgsl */ `
struct Uniforms { size: u32, units: u32, pixels: u32, regions: u32, source: u32, row: u32, pad0: u32, pad1: u32 }
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
  let stays = select(x[i] * (1.0 - a), 0.0, a == 1.0);
  let comes = select(select(1.0, x[i], u.source == 2u) * value[unit] * a, 0.0, a == 0.0 || u.source == 0u);
  result[i] = stays + comes;
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
  uniforms({ mode }, [x = [], , region = []]) {
    const [, units = 1, h = 1, w = 1] = x;
    const row = groups(x)[0] * workgroup;
    return new Uint32Array([sizeOf(x), units, h * w, region[0] ?? 1, sources[mode], row, 0, 0]).buffer;
  },
  workgroups: ([x = []]) => groups(x),
  reference([x, alpha, region, values], { mode }) {
    if (!x || !alpha || !region || !values) throw new Error("unitMask: expected four inputs");
    const [, units = 1, h = 1, w = 1] = x.shape;
    const pixels = h * w;
    const result = new Float32Array(x.data.length);
    for (let map = 0; map < result.length / pixels; map++) {
      const put = at(values.data, map % units);
      const start = region.shape[0] === 1 ? 0 : Math.floor(map / units) * pixels;
      for (let pixel = 0; pixel < pixels; pixel++) {
        const a = at(alpha.data, map % units) * at(region.data, start + pixel);
        const value = at(x.data, map * pixels + pixel);
        const stays = a === 1 ? 0 : value * (1 - a);
        const comes = a === 0 || mode === "ablate" ? 0 : (mode === "scale" ? value : 1) * put * a;
        result[map * pixels + pixel] = stays + comes;
      }
    }
    return tensor(x.shape, result);
  },
});

function at(data: ArrayLike<number>, index: number): number {
  return data[index] as number;
}
