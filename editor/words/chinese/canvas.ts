import type { canvas as english } from "../english/canvas.ts";
import type { Texts } from "../texts.ts";

export const canvas: Texts<typeof english> = {
  // Canvas
  canvas: "图",
  emptyCanvas: "按 / 添加节点，或拖入文件。",
  zoomIn: "放大",
  zoomOut: "缩小",
  minimap: "概览",
  wire: (from, to) => `从${from}到${to}的连线`,
  inputTakesOutput: "输入端口只能接输出端口。",
  outputGoesToInput: "输出端口只能接输入端口。",
  fitsElsewhere: "将连线放在画布上，可查找能接它的节点。",
  port: (name, type, side, wired) =>
    `${side === "in" ? "输入" : "输出"} ${name}，${type}${wired ? "，已连接" : ""}`,
  morePorts: (count) => `还有 ${count} 个端口`,
  nodeName: "节点名称",
  resize: "节点宽度",
  emptyNote: "双击以书写",
  noteText: "便签文字",
  resizeNote: "便签大小",
  frames: {
    unnamed: "编组",
    name: "编组名称",
    title: "拖动以整体移动；双击以重命名",
    colors: { none: "灰", blue: "蓝", green: "绿", amber: "琥珀", red: "红", violet: "紫" },
  },

  // States
  notRun: "尚未运行",
  cached: "已缓存",
  cachedWas: (time) => `${time}，现已缓存`,
  stale: "已过时",
  running: "运行中",
  progress: (done, of) => `${done} / ${of}`,
  cantRun: "无法运行",
  waitsFor: "等待",
  waitsForRun: "等待运行",
  stoppedAt: (done) => `停在 ${done}`,
  stopped: "已停止",
  resume: "继续",
  pause: "暂停",
  expandNothing: "请选择一个由各层组成的节点。",
  expandBypassed: (name) => `“${name}”已旁路。`,
  collapseNothing: "请选择完整链条中的一层。",
  bypassed: "已旁路",
  bypassNeeds: {
    output: (title, output) => `无法旁路“${title}”：没有输入可以代替 ${output}。`,
    nothing: (title) => `无法旁路“${title}”：它没有可以传下去的输出。`,
    unknown: (type) => `此版本没有节点 ${type}：不知道它会传下去什么。`,
  },
  unknownNode: (type) => `此版本没有节点 ${type}。其设置和连线均已保留。`,
  notRunPlaceholder: "未运行",
};
