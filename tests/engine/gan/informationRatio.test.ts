import { describe, expect, it } from "vitest";
import { resizeBilinear } from "../../../engine/gan/bilinear.ts";
import { informationRatio, JointLevels } from "../../../engine/gan/informationRatio.ts";
import { distance } from "../../expectClose.ts";
import known from "../../nodes/known/dissection-iou.json" with { type: "json" };

const maps = (sample: number, unit: number) =>
  known.features.data.slice((sample * 6 + unit) * 64, (sample * 6 + unit + 1) * 64);
const picture = (sample: number) => known.segmentation.data.slice(sample * 1024, (sample + 1) * 1024);

/** What samples `from` to `to` say. */
function joint(from: number, to: number): JointLevels {
  const levels = new JointLevels(6);
  for (let sample = from; sample < to; sample++) {
    levels.addPicture(picture(sample));
    for (let unit = 0; unit < 6; unit++)
      levels.add(unit, resizeBilinear(maps(sample, unit), [8, 8], [32, 32]), picture(sample));
  }
  return levels;
}

describe("upsampling", () => {
  it("has half-pixel centres and clamped edges, as torch's", () => {
    const made = resizeBilinear(maps(0, 1), [8, 8], [32, 32]);
    expect(distance(made, known.upsampledSample0Unit1.data)).toBeLessThan(3e-6);
  });
});

describe("informationRatio", () => {
  it("is mutual information over joint entropy, as the published code", () => {
    const { intersection, unit, concept, ratio } = known.singleRatio;
    expect(informationRatio(intersection, unit, concept)).toBeCloseTo(ratio, 7);
    const pixels = 5 * 1024;
    const ratios = known.informationQualityRatio.data.map((_, at) => {
      const [id, index] = [Math.floor(at / 6), at % 6];
      const share = (counts: { data: number[] }, place: number) => (counts.data[place] ?? 0) / pixels;
      return informationRatio(
        share(known.intersections, at),
        share(known.unitPixels, index),
        share(known.classPixels, id + 1),
      );
    });
    expect(distance(ratios, known.informationQualityRatio.data)).toBeLessThan(1e-6);
  });

  it("is 0 where nothing is uncertain", () => {
    expect(informationRatio(0, 0, 0)).toBe(0);
    expect(informationRatio(1, 1, 1)).toBe(0);
  });
});

describe("the best level", () => {
  it("is as telling as the published code's", () => {
    const found = joint(0, 5);
    const ratios = [1, 2, 3].flatMap((id) => [0, 1, 2, 3, 4, 5].map((unit) => found.best(unit, id).ratio));
    expect(distance(ratios, known.iqrThresholds.exact.ratio.data)).toBeLessThan(5e-3);
  });

  it("is the same where parts are merged", () => {
    const [a, b, whole] = [joint(0, 2), joint(2, 5), joint(0, 5)];
    b.merge(a);
    for (let unit = 0; unit < 6; unit++) expect(b.best(unit, 2)).toEqual(whole.best(unit, 2));
  });
});
