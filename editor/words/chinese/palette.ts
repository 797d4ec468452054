import type { palette as english } from "../english/palette.ts";
import type { Texts } from "../texts.ts";

export const palette: Texts<typeof english> = {
  findNode: "查找节点",
  nothingFound: "没有符合的节点。",
  findNodeFor: (port) => `用于 ${port} 的节点`,
  noNodeFor: (port) => `没有符合的 ${port} 节点。`,
  noCommand: "没有符合的命令。",
  addNode: (title) => `添加${title}`,
  nodes: "节点",
  categories: {
    latent: "潜码",
    generator: "生成器",
    dissection: "解剖",
    evolution: "演化",
    data: "数据",
    model: "模型",
    view: "视图",
    flow: "流程",
  },
};
