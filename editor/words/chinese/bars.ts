import type { bars as english } from "../english/bars.ts";
import type { Texts } from "../texts.ts";

export const bars: Texts<typeof english> = {
  product: "Ganglion",
  untitled: "未命名的图",

  // Top bar
  home: "图",
  graphName: "图的名称",
  saved: "已保存",
  saving: "正在保存",
  savedHere: "未保留：浏览器拒绝存储",
  unsaved: "未保存",
  run: "运行",
  cancel: "取消",

  // Status bar
  upToDate: (time) => `已是最新，${time}`,
  isRunning: "正在运行",
  isCancelled: "已取消",
  stoppedNodes: (count) => `${count} 个节点已暂停`,
  isLoading: (model, done, of) => `${model}，已载入 ${done} / ${of}`,
  starting: "正在启动引擎",
  failedNodes: (count) => `${count} 个节点无法运行`,
  waitingNodes: (count) => `${count} 个节点等待运行`,
  offline: "已离线，一切照常可用。",
  size: (nodes, wires) => `${nodes} 个节点，${wires} 条连线`,
  backend: "后端",
  backends: { webgpu: "WebGPU", wasm: "WebAssembly", native: "原生" },
  backendNotes: {
    webgpu: "在显卡上运行",
    wasm: "在处理器上运行：较慢，其余相同",
    native: "ONNX Runtime 自带的库",
  },
  threads: (count) => `${count} 个线程`,
  memoryOf: (used, budget) => `${used} / ${budget}`,
  zoom: (percent) => `${percent} %`,
  resetZoom: "缩放到 100 %",
};
