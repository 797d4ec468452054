import type { brush as english } from "../english/brush.ts";
import type { Texts } from "../texts.ts";

export const brush: Texts<typeof english> = {
  tool: "画笔",
  paint: "绘制",
  erase: "擦除",
  size: "画笔大小",
  cellsWide: (cells) => `${cells} 格`,
  share: (percent) => `${percent} %`,
  undo: "撤销",
  clear: "清除",
  hint: "拖动以绘制区域。",
  strokes: (count) => `${count} 笔`,
  cell: (column, row, columns, rows) => `格 ${column}, ${row}，共 ${columns} × ${rows}`,
  cellsTaken: (cells, of) => `${cells} / ${of} 格`,
  painted: (percent) => `已绘制 ${percent} %`,
  surface: (painted) => `区域，${painted}。方向键移动画笔，空格键绘制。`,
  // Several brushes, on the picture that they change
  putIn: (name) => `${name} +`,
  takeOut: (name) => `${name} −`,
  giveBack: "恢复原来的内容",
  wiredInto: (name, port) => `${name}，接入 ${port}`,
  wireInto: (port) => `将单元接入 ${port}`,
  hintUnits: "在图像上拖动以绘制。",
  hintWire: "画笔用单元来绘制。",
  picture: (painted) => `图像，已绘制 ${painted}。方向键移动画笔，空格键绘制，按住 B 查看原图。`,
  before: "之前",
  beforeShown: "未绘制时的图像",
  holdBefore: "按住以查看未绘制时的图像（B）",
  nothingBefore: "尚未绘制",
  state: (stroke) => (stroke === 0 ? "回到开始" : `回到第 ${stroke} 笔`),
  stateName: (stroke) => (stroke === 0 ? "开始" : String(stroke)),
};
