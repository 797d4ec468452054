import type { inspector as english } from "../english/inspector.ts";
import type { Texts } from "../texts.ts";

export const inspector: Texts<typeof english> = {
  inspector: "检查器",
  units: "单元",
  unitsShown: (shown, of) => `${of} 个中的 ${shown} 个，变化最大者在前`,
  sample: "样本",
  inputs: "输入",
  notWired: "未连接",
  settings: "设置",
  values: "数值",
  range: (from, to) => `${from} 至 ${to}`,
  mean: "均值",
  spread: "标准差",
  notFinite: "非有限值",
  result: "结果",
  shape: "形状",
  time: "耗时",
  memory: "内存",
  noAbout: "没有说明。",
  defaultLayer: "默认",
  missing: (id) => `${id}（缺失）`,
  roll: "换一个种子",
  expected: (what) => `应为 ${what}。`,
};
