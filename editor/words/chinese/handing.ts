import type { handing as english } from "../english/handing.ts";
import type { Texts } from "../texts.ts";

export const handing: Texts<typeof english> = {
  tip: "分享此图",
  empty: "还没有可分享的内容",
  aboutLink: "整个图都在链接中。可在此地址打开，也可粘贴到任意 Ganglion 中。",
  aboutPng: "图的图片。拖入 Ganglion 即可作为图打开。",
  aboutPicture: (node) => `${node} 的图像。拖入 Ganglion 即可作为图打开。`,
  aboutJson: "供其他工具和命令行使用。",
  tooLong: (size, most) =>
    `链接将长达 ${size}；许多程序会在 ${most} 处截断链接。请改为导出 PNG 或 JSON 文件。`,
  copied: (size) => `链接已复制，${size}。打开后即为自己的图。`,
  drawing: "正在绘制图。",
  inAddressBar: "此浏览器拒绝使用剪贴板。请从地址栏复制链接。",
  opened: (name, before) => `已打开 ${name}。${before} 已保留。`,
  back: "返回",
  pasted: "粘贴的图",
  link: "链接",
  linkDamaged: "链接被截断或在传送中改变；请重新索取",
  noGraphInPicture: "此图片不含图；只有连同图一起导出的 PNG 才能打开",
  pictureDamaged: "图片已损坏，无法读取",
};
