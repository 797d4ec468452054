/** Images as the bytes that a screen takes, made where the image lies so that only bytes are read back. */
import { Fault } from "../../fault.ts";
import { sizeOf, tensor } from "../../tensor.ts";
import { defineKernel } from "../defineKernel.ts";

const workgroup = 64;
const widest = 65535;

function pixelsOf([n = 0, , h = 0, w = 0]: readonly number[]): number {
  return n * h * w;
}

function groups(shape: readonly number[]): [number, number, number] {
  const needed = Math.ceil(pixelsOf(shape) / workgroup);
  return [Math.min(needed, widest), Math.ceil(needed / widest), 1];
}

/** A level in -1..1 as a byte: clamped, then rounded half up, in float32 as the GPU does it. NaN is 0. */
function byte(level: number): number {
  const scaled = Math.fround(Math.fround(level + 1) * 127.5);
  return level >= -1 ? Math.min(255, Math.floor(Math.fround(scaled + 0.5))) : 0;
}

/**
 * Input: an image [n, 3, h, w] in -1..1. Output: int32 [n, h, w], red in the lowest byte, then green, blue and opaque
 * alpha, so that its memory is RGBA on every machine that runs a browser.
 */
export const toPixels = defineKernel<Record<string, never>>({
  name: "toPixels",
  output: "int32",
  wgsl: /* wgsl */ `
struct Uniforms { count: u32, pixels: u32, row: u32, pad: u32 }
@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> image: array<f32>;
@group(0) @binding(2) var<storage, read_write> result: array<i32>;

fn byte(level: f32) -> u32 {
  if (!(level >= -1.0)) { return 0u; }
  return u32(min(255.0, floor((level + 1.0) * 127.5 + 0.5)));
}

@compute @workgroup_size(${workgroup})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * u.row + id.x;
  if (i >= u.count) { return; }
  let start = i / u.pixels * 3u * u.pixels + i % u.pixels;
  let red = byte(image[start]);
  let green = byte(image[start + u.pixels]);
  let blue = byte(image[start + 2u * u.pixels]);
  result[i] = bitcast<i32>(red | (green << 8u) | (blue << 16u) | (255u << 24u));
}`,
  shape([image = []]) {
    const [n, channels, h, w] = image;
    if (image.length !== 4 || channels !== 3)
      throw new Fault(`expected an image [n, 3, h, w], got [${image.join(", ")}]`);
    return [n as number, h as number, w as number];
  },
  uniforms(_, [image = []]) {
    const [, , h = 0, w = 0] = image;
    return new Uint32Array([pixelsOf(image), h * w, groups(image)[0] * workgroup, 0]).buffer;
  },
  workgroups: ([image = []]) => groups(image),
  reference([image]) {
    if (!image) throw new Error("toPixels: expected one input");
    const [n = 0, , h = 0, w = 0] = image.shape;
    const pixels = h * w;
    const level = (index: number) => byte(image.data[index] as number);
    const result = new Int32Array(sizeOf([n, h, w]));
    for (let i = 0; i < result.length; i++) {
      const start = Math.floor(i / pixels) * 3 * pixels + (i % pixels);
      result[i] =
        level(start) | (level(start + pixels) << 8) | (level(start + 2 * pixels) << 16) | (255 << 24);
    }
    return tensor([n, h, w], result);
  },
});
