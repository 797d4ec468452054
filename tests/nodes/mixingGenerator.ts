import known from "./known/style-mixing.json" with { type: "json" };
import { tinyGenerator } from "./tinyGenerator.ts";

/** The whole tiny generator of the style-mixing reference: ten layers to 64 px, w of 8. Its mapping is the identity. */
export const mixingGenerator = tinyGenerator({
  id: "mixing",
  layers: known.weights,
  toRGB: known.toRGB,
  mean: known.wA,
});
