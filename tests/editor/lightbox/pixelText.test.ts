import { describe, expect, it } from "vitest";
import { pixelText } from "../../../editor/lightbox/pixelText.ts";
import type { Raster } from "../../../engine/raster.ts";

const raster = (more: Partial<Raster>): Raster => ({
  type: "image",
  width: 2,
  height: 1,
  pixels: Uint8ClampedArray.of(0, 128, 255, 255, 1, 2, 3, 255),
  values: Float32Array.of(-1, 0.5, 0, 0.25, 1, -0.125),
  samples: 1,
  sample: 0,
  unit: null,
  units: 0,
  classes: null,
  ...more,
});

describe("what stands at a pixel", () => {
  it("is the three numbers of a picture, and the colour on the screen", () => {
    expect(pixelText(raster({}), 0, 0)).toBe("R −1.000  G \u20070.000  B \u20071.000  #0080ff");
    expect(pixelText(raster({}), 1, 0)).toBe("R \u20070.500  G \u20070.250  B −0.125  #010203");
  });

  it("is the number of a map, not its colour; the class of a segmentation by name", () => {
    expect(pixelText(raster({ type: "features", values: Float32Array.of(3.25, -12.5) }), 1, 0)).toBe(
      "−12.5000",
    );
    const classes = ["none", "sky"];
    const ids = raster({ type: "segmentation", values: Int32Array.of(1, 7), classes });
    expect(pixelText(ids, 0, 0)).toBe("1 sky");
    expect(pixelText(ids, 1, 0)).toBe("7 no class");
  });

  it("is the colour alone where only a picture is left", () => {
    expect(pixelText(raster({ values: new Float32Array() }), 0, 0)).toBe("#0080ff");
  });
});
