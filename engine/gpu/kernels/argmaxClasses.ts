/** A logit a class to the class with the largest, where the logits lie: an eleventh or less has to be read back. */
import { Fault } from "../../fault.ts";
import { sizeOf, tensor } from "../../tensor.ts";
import { defineKernel } from "../defineKernel.ts";

interface ArgmaxClasses {
  readonly layout: "NCHW" | "NHWC";
  /** How many classes the logits must have. */
  readonly classes: number;
}

const workgroup = 64;
const widest = 65535;

/** Samples, classes, height and width of logits. */
function extents([n = 0, a = 0, b = 0, c = 0]: readonly number[], layout: ArgmaxClasses["layout"]) {
  return layout === "NCHW" ? { n, classes: a, h: b, w: c } : { n, classes: c, h: a, w: b };
}

function groups(pixels: number): [number, number, number] {
  const needed = Math.ceil(pixels / workgroup);
  return [Math.min(needed, widest), Math.ceil(needed / widest), 1];
}

/** Input: logits [n, classes, h, w] or [n, h, w, classes]. Output: int32 [n, h, w]; of equal logits the first; -1, no class, where all are NaN. */
export const argmaxClasses = defineKernel<ArgmaxClasses>({
  name: "argmaxClasses",
  output: "int32",
  wgsl: /* wgsl */ `
struct Uniforms { count: u32, area: u32, classes: u32, row: u32, step: u32, pixel: u32, pad0: u32, pad1: u32 }
@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> logits: array<f32>;
@group(0) @binding(2) var<storage, read_write> result: array<i32>;

@compute @workgroup_size(${workgroup})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.y * u.row + id.x;
  if (i >= u.count) { return; }
  let start = i / u.area * u.area * u.classes + i % u.area * u.pixel;
  var best = -1;
  var most = -3.4028234e38;
  for (var c = 0u; c < u.classes; c++) {
    let logit = logits[start + c * u.step];
    if (logit > most) {
      best = i32(c);
      most = logit;
    }
  }
  result[i] = best;
}`,
  shape([logits = []], { layout, classes: expected }) {
    const { n, classes, h, w } = extents(logits, layout);
    if (logits.length !== 4 || classes !== expected)
      throw new Fault(`expected logits of ${expected} classes, got [${logits.join(", ")}]`, {
        cure: "Correct the classes or the layout in the model's card.",
      });
    return [n, h, w];
  },
  uniforms({ layout }, [logits = []]) {
    const { n, classes, h, w } = extents(logits, layout);
    const [step, pixel] = layout === "NCHW" ? [h * w, 1] : [1, classes];
    const row = groups(n * h * w)[0] * workgroup;
    return new Uint32Array([n * h * w, h * w, classes, row, step, pixel, 0, 0]).buffer;
  },
  workgroups([logits = []], { layout }) {
    const { n, h, w } = extents(logits, layout);
    return groups(n * h * w);
  },
  reference([logits], { layout }) {
    if (!logits) throw new Error("argmaxClasses: expected one input");
    const { n, classes, h, w } = extents(logits.shape, layout);
    const area = h * w;
    const [step, pixel] = layout === "NCHW" ? [area, 1] : [1, classes];
    const ids = new Int32Array(sizeOf([n, h, w]));
    const { data } = logits;
    for (let i = 0; i < ids.length; i++) {
      const start = Math.floor(i / area) * area * classes + (i % area) * pixel;
      let best = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < classes; c++) {
        const logit = data[start + c * step] as number;
        if (!(logit > most)) continue;
        best = c;
        most = logit;
      }
      ids[i] = best;
    }
    return tensor([n, h, w], ids);
  },
});
