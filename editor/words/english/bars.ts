export const bars = {
  product: "Ganglion",
  untitled: "Untitled graph",

  // Top bar
  home: "Graphs",
  graphName: "Name of the graph",
  saved: "Saved",
  saving: "Saving",
  savedHere: "Not kept: this browser refuses storage",
  unsaved: "Not saved",
  run: "Run",
  cancel: "Cancel",

  // Status bar
  upToDate: (time: string) => `Up to date, ${time}`,
  isRunning: "Running",
  isCancelled: "Cancelled",
  stoppedNodes: (count: number) => `${count} ${count === 1 ? "node is" : "nodes are"} paused`,
  isLoading: (model: string, done: string, of: string) => `${model}, ${done} of ${of}`,
  starting: "Starting the engine",
  failedNodes: (count: number) => `${count} ${count === 1 ? "node" : "nodes"} can't run`,
  waitingNodes: (count: number) => `${count} ${count === 1 ? "node waits" : "nodes wait"} for Run`,
  offline: "Offline. Everything here still works.",
  size: (nodes: string, wires: string, one: boolean) =>
    `${nodes} ${one ? "node" : "nodes"}, ${wires} ${wires === "1" ? "wire" : "wires"}`,
  backend: "Backend",
  backends: { webgpu: "WebGPU", wasm: "WebAssembly", native: "Native" } as Readonly<Record<string, string>>,
  backendNotes: {
    webgpu: "On the graphics card",
    wasm: "On the processor: slower, otherwise the same",
    native: "ONNX Runtime's own library",
  } as Readonly<Record<string, string>>,
  threads: (count: number) => `${count} ${count === 1 ? "thread" : "threads"}`,
  memoryOf: (used: string, budget: string) => `${used} of ${budget}`,
  zoom: (percent: string) => `${percent} %`,
  resetZoom: "Zoom to 100 %",
};
