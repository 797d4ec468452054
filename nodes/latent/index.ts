export { interpolate } from "./interpolate.ts";
export { mapping } from "./mapping.ts";
export { pairs } from "./pairs.ts";
export { sampleLatent } from "./sampleLatent.ts";
export { truncate } from "./truncate.ts";
