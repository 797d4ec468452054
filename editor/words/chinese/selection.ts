import type { selection as english } from "../english/selection.ts";
import type { Texts } from "../texts.ts";

export const selection: Texts<typeof english> = {
  severalSelected: (count) => `已选择 ${count} 个节点`,
  arrangement: "排列",
  selectionActions: "所选节点",
  tidying: "正在整理布局",
  notTidied: (reason) => `未整理：${reason}`,

  // Pasting
  notPasted: (reason) => `未粘贴：${reason}`,
  pieceCut: "文本不完整，或不是 JSON。请重新完整复制。",
  pieceVersion: (version) => `version：应为 1，实为 ${version}。此片段来自更新版本的 Ganglion。`,
};
