import type { graphs as english } from "../english/graphs.ts";
import type { Texts } from "../texts.ts";

export const graphs: Texts<typeof english> = {
  // Notices
  staysOpen: "当前图保持打开。",
  at: (place, what) => `${place}：${what}`,
  together: (first, second) => `${first}${second}`,
  ended: (sentence) => (/[.。]$/.test(sentence) ? sentence : `${sentence}。`),
  refusedStorage: "此浏览器拒绝存储：一切可用，但关闭页面后不会保留任何内容。",
  quotaFull: "存储空间已满：此图未保存。请将其导出，或删除不再需要的图。",
  saveFailed: (reason) => `未保存：${reason}`,
  noSamples: "无法载入示例。",
  notJson: "不是 JSON 文件",
  engineFailed: (reason) => `引擎未能启动：${reason}`,
  tooLarge: "文件大于 20 MB",
  deleted: (name) => `已删除${name}。`,
  undo: "撤销",
  dismiss: "关闭",
};
