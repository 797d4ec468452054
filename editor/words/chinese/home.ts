import type { home as english } from "../english/home.ts";
import type { Texts } from "../texts.ts";

export const home: Texts<typeof english> = {
  homeTitle: "从一个能运行的图开始",
  homeAbout: "每个示例都在本机、在此标签页中运行。改一个种子，看看结果。",
  backToGraph: "返回当前图",
  openGraphFile: "打开文件",
  dropAnywhere: "将 JSON、PNG 或 ONNX 文件拖到任意位置，或",
  newGraph: "新建图",
  searchGraphs: "搜索图",
  noGraphFits: "没有符合这些词的图。",

  // One's own
  yours: "我的图",
  noGraphs: "您更改过的图会保留在这里。",
  allGraphs: (count) => `全部 ${count} 个图`,
  fewerGraphs: "仅显示最近的",
  openNow: (when) => `已打开，${when}`,
  nodesCount: (count) => `${count} 个节点`,
  renameGraph: (name) => `重命名${name}`,
  duplicateGraph: (name) => `复制${name}`,
  remove: (name) => `删除${name}`,
  copyOf: (name) => `${name} 副本`,

  // The trash
  trash: "已删除",
  trashNote: "保留 30 天。",
  trashCount: (count) => `已删除 ${count} 个`,
  backToYours: "返回我的图",
  deletedWhen: (when) => `删除于${when}`,
  restore: (name) => `恢复${name}`,
  removeForGood: (name) => `永久删除${name}`,

  // The course
  course: "图中的课程",
  subject: "主题",
  subjects: { generator: "风格生成", dissection: "剖析", evolution: "进化" },
  allLessons: (count) => `全部 ${count} 个`,
};
