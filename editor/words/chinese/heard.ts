import type { heard as english } from "../english/heard.ts";
import type { Texts } from "../texts.ts";

export const heard: Texts<typeof english> = {
  place: (node, port) => `${node}的${port}`,
  added: (node) => `已添加${node}。`,
  addedSeveral: (nodes) => `已添加 ${nodes} 个节点。`,
  removed: (node) => `已移除${node}。`,
  removedSeveral: (nodes) => `已移除 ${nodes} 个节点。`,
  wired: (from, to) => `已将${from}连到${to}。`,
  unwired: (from, to) => `已移除从${from}到${to}的连线。`,
  undone: (what) => `已撤销：${what}。`,
  redone: (what) => `已重做：${what}。`,
  holding: (port) => `已从${port}引出连线。方向键在合适的端口间移动，回车键连接，Esc 离开。`,
  target: (port, number, of) => `${port}，${number} / ${of}`,
  noFit: (port) => `没有适合${port}的端口。`,
  letGo: "已离开，未连线。",
};
