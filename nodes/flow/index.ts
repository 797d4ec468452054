export { number } from "./number.ts";
export { pick } from "./pick.ts";
export { repeat } from "./repeat.ts";
