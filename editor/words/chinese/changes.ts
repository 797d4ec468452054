import type { changes as english } from "../english/changes.ts";
import type { Texts } from "../texts.ts";

export const changes: Texts<typeof english> = {
  add: "添加节点",
  remove: "删除",
  move: "移动",
  align: "对齐",
  distribute: "等距分布",
  tidy: "整理布局",
  connect: "连线",
  disconnect: "移除连线",
  insert: "插入连线",
  cut: "剪断连线",
  param: (name) => `更改${name}`,
  rename: "重命名",
  goBack: "回到某个版本",
  resize: "调整大小",
  paste: "粘贴",
  keepGenerator: "保留生成器",
  frame: "编组",
  reroute: "添加转接点",
  expand: "展开",
  collapse: "合并",
  bypass: "旁路",
  unbypass: "恢复计算",
  unframe: "取消编组",
  frameColor: "更改编组颜色",
};
