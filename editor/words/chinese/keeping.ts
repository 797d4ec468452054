import type { keeping as english } from "../english/keeping.ts";
import type { Texts } from "../texts.ts";

export const keeping: Texts<typeof english> = {
  openElsewhere: "此图已在另一个标签页中打开。在这里所做的更改会成为副本。",
  takenElsewhere: "此图现在由另一个标签页编辑。在这里所做的更改会成为副本。",
  editHere: "在这里编辑",
  editedHere: "此图现在在这里编辑。",
  isElsewhere: "在另一个标签页中打开",
  closeElsewhere: (name) => `${name}已在另一个标签页中打开。请先在那里关闭。`,
  madeCopy: (name) => `已保存为${name}：原图由另一个标签页继续编辑。`,
  madeRoom: {
    pictures: "存储空间曾满：已清除列表中的图片以腾出空间。所有图都已保留。",
    revisions: "存储空间曾满：已清除旧版本以腾出空间。所有图都已保留。",
  },
  recovered: "标签页上次意外关闭。所有更改都在这里。",
  backToSaved: "回到上次保存",
  otherVersion: "另一个标签页在等待此页面的新版本。所有更改都已保留；重新载入即可继续。",
  reload: "重新载入",
  blocked: "另一个标签页打开着此页面的旧版本。请将其关闭或重新载入。",

  // Several open
  openGraphs: "打开的图",
  closeTab: (name) => `关闭${name}`,
  closedTab: (name) => `已关闭${name}，内容已保留。`,

  // Earlier versions
  versions: "较早的版本",
  noVersions: "工作时和每次保存时都会保留版本。",
  versionGone: "此版本已不再保留。",
  versionWhy: { save: "已保存", edit: "工作途中", before: "回退之前" },
};
