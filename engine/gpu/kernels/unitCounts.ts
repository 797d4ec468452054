/** Where units are above their thresholds, counted by class without ever holding the upsampled maps (Bau et al. 2018). */
import { Fault } from "../../fault.ts";
import { bilinearTaps, blendAlong, blendRows } from "../../gan/bilinear.ts";
import { mostClasses } from "../../gan/concepts.ts";
import { tensor } from "../../tensor.ts";
import { defineKernel } from "../defineKernel.ts";

interface UnitCounts {
  /** Class ids are 0 to classes - 1; larger ones are counted in a last column of their own. */
  readonly classes: number;
}

const workgroup = 64;

/**
 * Inputs: features [n, units, h, w]; thresholds [units]; class ids int32 [n, H, W]. Output: int32 [units, classes + 1], how many
 * pixels of each class lie where the unit's map, brought to H x W bilinearly (half-pixel centres, edges clamped), is strictly
 * above its threshold. Pixels with an id below 0 are left out. Thresholds are float32, so are the upsampled values: else the
 * largest of them could be above itself.
 */
export const unitCounts = defineKernel<UnitCounts>({
  name: "unitCounts",
  output: "int32",
  wgsl: /* wgsl */ `
struct Uniforms { samples: u32, units: u32, h: u32, w: u32, rows: u32, columns: u32, classes: u32, pad: u32 }
@group(0) @binding(0) var<uniform> u: Uniforms;
@group(0) @binding(1) var<storage, read> features: array<f32>;
@group(0) @binding(2) var<storage, read> thresholds: array<f32>;
@group(0) @binding(3) var<storage, read> ids: array<i32>;
@group(0) @binding(4) var<storage, read_write> result: array<i32>;
var<workgroup> counts: array<atomic<u32>, ${mostClasses + 1}>;

struct Tap { low: u32, high: u32, share: f32 }
fn tap(place: u32, cells: u32, places: u32) -> Tap {
  let at = clamp((f32(place) + 0.5) * f32(cells) / f32(places) - 0.5, 0.0, f32(cells - 1u));
  let low = u32(floor(at));
  return Tap(low, min(cells - 1u, low + 1u), at - floor(at));
}
fn blend(a: f32, b: f32, share: f32) -> f32 { return a + (b - a) * share; }

@compute @workgroup_size(${workgroup})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let unit = group.x;
  for (var c = local.x; c <= u.classes; c += ${workgroup}u) { atomicStore(&counts[c], 0u); }
  workgroupBarrier();
  let threshold = thresholds[unit];
  let area = u.rows * u.columns;
  for (var i = local.x; i < u.samples * area; i += ${workgroup}u) {
    let start = (i / area * u.units + unit) * u.h * u.w;
    let y = tap(i % area / u.columns, u.h, u.rows);
    let x = tap(i % u.columns, u.w, u.columns);
    let upper = start + y.low * u.w;
    let lower = start + y.high * u.w;
    let left = blend(features[upper + x.low], features[lower + x.low], y.share);
    let right = blend(features[upper + x.high], features[lower + x.high], y.share);
    let id = ids[i];
    if (blend(left, right, x.share) > threshold && id >= 0) {
      atomicAdd(&counts[min(u32(id), u.classes)], 1u);
    }
  }
  workgroupBarrier();
  for (var c = local.x; c <= u.classes; c += ${workgroup}u) {
    result[unit * (u.classes + 1u) + c] = i32(atomicLoad(&counts[c]));
  }
}`,
  shape([features = [], thresholds = [], ids = []], { classes }) {
    const [n, units] = features;
    if (thresholds[0] !== units)
      throw new Fault(`features have ${units} units, the thresholds ${thresholds[0]}`, {
        port: "thresholds",
      });
    if (ids[0] !== n)
      throw new Fault(`features and segmentation differ in samples: ${n} and ${ids[0]}`, {
        port: "segmentation",
        cure: "Use one latent for both.",
      });
    if (classes > mostClasses)
      throw new Fault(`at most ${mostClasses} classes can be counted, got ${classes}`);
    return [units ?? 0, classes + 1];
  },
  uniforms({ classes }, [features = [], , ids = []]) {
    const [n = 0, units = 0, h = 0, w = 0] = features;
    return new Uint32Array([n, units, h, w, ids[1] ?? 0, ids[2] ?? 0, classes, 0]).buffer;
  },
  workgroups: ([features = []]) => [features[1] ?? 0, 1, 1],
  reference([features, thresholds, ids], { classes }) {
    if (!features || !thresholds || !ids) throw new Error("unitCounts: expected three inputs");
    const [n = 0, units = 0, h = 0, w = 0] = features.shape;
    const [, rows = 0, columns = 0] = ids.shape;
    const [vertical, horizontal] = [bilinearTaps(h, rows), bilinearTaps(w, columns)];
    const counts = new Int32Array(units * (classes + 1));
    const line = new Float64Array(w);
    const reaches = new Uint8Array(h);
    for (let map = 0; map < n * units; map++) {
      const unit = map % units;
      const threshold = thresholds.data[unit] as number;
      if (!markRows(features.data, map * h * w, w, threshold, reaches)) continue;
      for (let y = 0; y < rows; y++) {
        if (!reaches[vertical.low[y] as number] && !reaches[vertical.high[y] as number]) continue;
        blendRows(features.data, map * h * w, w, vertical, y, line);
        const start = (Math.floor(map / units) * rows + y) * columns;
        for (let x = 0; x < columns; x++) {
          if (!(Math.fround(blendAlong(line, horizontal, x)) > threshold)) continue;
          const id = ids.data[start + x] as number;
          if (id >= 0) (counts[unit * (classes + 1) + Math.min(id, classes)] as number)++;
        }
      }
    }
    return tensor([units, classes + 1], counts);
  },
});

/** Marks the rows of a map with a value above the threshold: between others nothing can be. True where there is one. */
function markRows(
  data: ArrayLike<number>,
  start: number,
  width: number,
  threshold: number,
  reaches: Uint8Array,
): boolean {
  let any = false;
  for (let row = 0; row < reaches.length; row++) {
    let above = false;
    for (let x = 0; x < width; x++) above ||= (data[start + row * width + x] as number) > threshold;
    reaches[row] = above ? 1 : 0;
    any ||= above;
  }
  return any;
}
