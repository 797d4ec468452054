export const canvas = {
  // Canvas
  canvas: "Graph",
  emptyCanvas: "Press / to add a node, or drop a file.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  minimap: "Overview",
  wire: (from: string, to: string) => `Wire from ${from} to ${to}`,
  port: (name: string, type: string, side: "in" | "out", wired: boolean) =>
    `${side === "in" ? "Input" : "Output"} ${name}, ${type}${wired ? ", wired" : ""}`,
  morePorts: (count: number) => `${count} more ${count === 1 ? "port" : "ports"}`,
  nodeName: "Name of the node",
  resize: "Width of the node",
  emptyNote: "Double-click to write",
  noteText: "Text of the note",
  resizeNote: "Size of the note",
  frames: {
    unnamed: "Frame",
    name: "Name of the frame",
    title: "Drag to move all of it; double-click to rename",
    colors: { none: "Grey", blue: "Blue", green: "Green", amber: "Amber", red: "Red", violet: "Violet" },
  },

  // States
  notRun: "Not run yet",
  cached: "cached",
  cachedWas: (time: string) => `${time}, now cached`,
  stale: "stale",
  running: "running",
  progress: (done: string, of: string) => `${done} of ${of}`,
  cantRun: "Can't run",
  waitsFor: "waits for",
  waitsForRun: "waits for Run",
  stoppedAt: (done: string) => `stopped at ${done}`,
  stopped: "stopped",
  resume: "Resume",
  pause: "Pause",
  bypassed: "bypassed",
  bypassNeeds: {
    output: (title: string, output: string) =>
      `${title} can’t be bypassed: nothing that enters could stand for ${output}.`,
    nothing: (title: string) => `${title} can’t be bypassed: it gives nothing that could go on.`,
    unknown: (type: string) => `This version has no node ${type}: what it would hand on is not known.`,
  },
  unknownNode: (type: string) => `This version has no node ${type}. Its settings and wires are kept.`,
  notRunPlaceholder: "Not run",
};
