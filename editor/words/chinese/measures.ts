import type { measures as english } from "../english/measures.ts";
import type { Texts } from "../texts.ts";

export const measures: Texts<typeof english> = {
  milliseconds: (value) => `${value} 毫秒`,
  seconds: (value) => `${value} 秒`,
  minutes: (value) => `${value} 分钟`,
  hours: (value) => `${value} 小时`,
  list: (names) => names.join("、"),
};
