export { unitMask } from "./unitMask.ts";
