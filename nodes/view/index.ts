export { compareImages } from "./compareImages.ts";
export { deviation } from "./deviation.ts";
export { viewImages } from "./viewImages.ts";
