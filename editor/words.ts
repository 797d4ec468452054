/** Every text of the interface in one place, so that another language is one more table. */

const english = {
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
  unknownNode: (type: string) => `This version has no node ${type}. Its settings and wires are kept.`,
  notRunPlaceholder: "Not run",

  // Palette
  findNode: "Find a node",
  nothingFound: "No node fits these words.",
  findNodeFor: (port: string) => `A node for ${port}`,
  noNodeFor: (port: string) => `No node for ${port} fits these words.`,
  addNode: (title: string) => `Add ${title}`,
  nodes: "Nodes",
  categories: {
    latent: "Latent",
    generator: "Generator",
    dissection: "Dissection",
    evolution: "Evolution",
    data: "Data",
    model: "Model",
    view: "View",
    flow: "Flow",
  } as Readonly<Record<string, string>>,

  // Inspector
  inspector: "Inspector",
  units: "Units",
  unitsShown: (shown: number, of: string) => `${shown} of ${of}, most varied first`,
  sample: "Sample",
  inputs: "Inputs",
  notWired: "not wired",
  settings: "Settings",
  values: "Values",
  range: (from: string, to: string) => `${from} to ${to}`,
  mean: "Mean",
  spread: "Deviation",
  notFinite: "Not finite",
  result: "Result",
  shape: "Shape",
  time: "Time",
  memory: "Memory",
  severalSelected: (count: number) => `${count} nodes selected`,
  noAbout: "No description.",
  defaultLayer: "Default",
  missing: (id: string) => `${id} (missing)`,
  roll: "Another seed",
  expected: (what: string) => `Expected ${what}.`,

  // Brush
  brush: {
    tool: "Brush",
    paint: "Paint",
    erase: "Erase",
    size: "Brush size",
    cellsWide: (cells: string) => `${cells} cells`,
    share: (percent: string) => `${percent} %`,
    undo: "Undo",
    clear: "Clear",
    hint: "Drag to paint a region.",
    strokes: (count: string, one: boolean) => `${count} ${one ? "stroke" : "strokes"}`,
    cell: (column: number, row: number, columns: number, rows: number) =>
      `Cell ${column}, ${row} of ${columns} × ${rows}`,
    cellsTaken: (cells: string, of: string) => `${cells} of ${of} cells`,
    painted: (percent: string) => `${percent} % painted`,
    surface: (painted: string) => `Region, ${painted}. Arrow keys move the brush, Space paints.`,
    // Several brushes, on the picture that they change
    putIn: (name: string) => `${name} +`,
    takeOut: (name: string) => `${name} −`,
    giveBack: "Give back what was there",
    wiredInto: (name: string, port: string) => `${name}, wired into ${port}`,
    wireInto: (port: string) => `Wire units into ${port}`,
    hintUnits: "Drag on the picture to paint.",
    hintWire: "Units are what the brush paints with.",
    picture: (painted: string) =>
      `Picture, ${painted} painted. Arrow keys move the brush, Space paints, B holds the picture before.`,
    before: "Before",
    beforeShown: "Without what was painted",
    holdBefore: "Hold to see the picture without what was painted (B)",
    nothingBefore: "Nothing is painted yet",
    state: (stroke: number) => (stroke === 0 ? "Back to the start" : `Back to stroke ${stroke}`),
    stateName: (stroke: number) => (stroke === 0 ? "start" : String(stroke)),
  },

  // Points in a plane
  plane: {
    draw: "Draw points",
    erase: "Erase points",
    width: "Width of the spray",
    clear: "Clear",
    surface: (points: string) =>
      `Plane, ${points}. Arrow keys move the cursor, Space adds a point, Delete removes the nearest.`,
    hint: "Click or drag to draw.",
    points: (count: string, one: boolean) => `${count} ${one ? "point" : "points"}`,
    full: (most: string) => `${most} points, no more fit`,
    place: (x: string, y: string) => `${x}, ${y}`,
  },

  // Own pictures
  pictures: {
    add: "Add pictures",
    clear: "Remove all",
    hint: "Drop pictures here.",
    drop: "Let go to add them.",
    reading: (done: string, of: string) => `${done} of ${of}`,
    count: (count: string, one: boolean) => `${count} ${one ? "picture" : "pictures"}`,
    remove: (picture: number) => `Remove picture ${picture}`,
    more: (count: string) => `${count} more`,
    cropped: (cropped: string, of: string) =>
      cropped === of ? "All were cropped to a square." : `${cropped} of ${of} were cropped to a square.`,
    noPicture: (files: string, one: boolean) => `${files} ${one ? "is no picture" : "are no pictures"}.`,
    andMore: (names: string, more: string) => `${names} and ${more} more`,
    tooMany: (left: string, most: string) => `${left} left out: ${most} at most.`,
    tooLarge: (left: string) => `${left} left out: together they would be larger than 12 MB.`,
    failed: (reason: string) => `The pictures could not be kept: ${reason}`,
  },

  // Files that are dropped on a param
  openFile: "Open a file",
  textTooLarge: (file: string) => `${file} is larger than 4 MB. Keep the rows that are needed.`,

  // A place on a picture
  place: {
    hint: "Click or drag on the picture; arrow keys go from cell to cell.",
    cell: (column: number, row: number) => `cell ${column}, ${row}`,
    cellOf: (column: number, row: number, columns: number, rows: number) =>
      `Cell ${column}, ${row} of ${columns} × ${rows}`,
    strongest: (unit: string, concept: string) =>
      `Strongest: unit ${unit}${concept === "" ? "" : `, ${concept}`}`,
    units: "Strongest units there",
    columns: { iou: "IoU" } as Readonly<Record<string, string>>,
    measures: { threshold: "× threshold", deviation: "σ above mean", activation: "activation" },
  },

  // Views
  chart: (kind: string, marks: number) => `Chart of ${kind}, ${marks} ${marks === 1 ? "mark" : "marks"}`,
  chartFailed: (reason: string) => `The chart could not be drawn: ${reason}`,
  sortBy: (column: string) => `Sort by ${column}`,
  moreOfTable: (rows: number, columns: number) => {
    const counted = (count: number, one: string) =>
      count === 0 ? [] : [`${count.toLocaleString("en")} more ${one}${count === 1 ? "" : "s"}`];
    return [...counted(rows, "row"), ...counted(columns, "column")].join(", ");
  },
  unit: (unit: number) => `unit ${unit}`,
  unitCard: (concept: string, unit: number, iou: string) => `${concept}, unit ${unit}, IoU ${iou}`,
  unitsStand: (shown: string, of: string, minIoU: number) => `${shown} of ${of} units, IoU > ${minIoU}.`,
  unitsChosen: (chosen: string) => `${chosen} chosen`,
  moreUnits: (units: string) => `${units} more ${units === "1" ? "unit" : "units"}`,
  noUnits: "No unit fits.",
  noConcept: "no concept",
  runnerUp: (concept: string, iou: string) => `then ${concept} ${iou}`,
  concepts: "Concepts",
  findUnit: "Unit or concept",
  artifact: "Mark as artifact",
  unmarkArtifact: "No artifact after all",
  markArtifact: (unit: number) => `Unit ${unit} makes artifacts`,
  openView: "Open over the whole window",
  planeOf: (points: number, covered: number, modes: number) =>
    `${points.toLocaleString("en")} points on the plane${modes > 0 ? `, ${covered} of ${modes} modes` : ""}`,

  // A run of evolution
  evolution: {
    title: "Evolution",
    mutations: { minimax: "minimax", heuristic: "heuristic", leastSquares: "least squares" },
    modes: (covered: string, of: string) => `${covered} of ${of} modes`,
    within: (percent: string) => `${percent} within 4 σ`,
    alone: (mutation: string) => `${mutation} alone`,
    atRandom: " at random",
    generation: (generation: string) => `generation ${generation}`,
    generationOf: (steps: string) => `of ${steps} generations`,
    atGeneration: (generation: string, of: string) => `Generation ${generation} of ${of}`,
    each: (time: string) => `${time} each`,
    rate: (generations: string) => `${generations} a second`,
    left: (time: string) => `${time} left`,
    setting: (seed: string, gamma: string, parents: string, one: boolean) =>
      `seed ${seed}, gamma ${gamma}, ${parents} ${one ? "parent" : "parents"}`,
    and: "and",
    // Controls
    pause: "Pause",
    start: "Run",
    resume: "Resume",
    finished: "Finished",
    stopped: "Stopped",
    step: "One generation",
    paceLabel: "Pace",
    paces: { slow: "Slow", live: "Live", fast: "Fast" },
    paceTips: {
      slow: "Each generation, slowly enough to read",
      live: "A few pictures a second",
      fast: "A picture every other second: the training goes fastest",
    },
    progress: "Generations done",
    backToGraph: "Back to graph",
    keep: (generation: string) => `Keep generator ${generation}`,
    kept: (generation: string) => `Generator ${generation} kept`,
    keepTip: (generation: string) => `Adds a node that gives the generator of generation ${generation}`,
    keptTip: "A node on the canvas gives it",
    nothingToKeep: "No generation is kept in the history yet",
    atGenerationAlone: (generation: string) => `Generation ${generation}`,
    allDone: "All generations are done",
    stepPauses: "One generation, then pause",
    restart: "Begin anew",
    restartTip: "Begin anew from generation 0; what was learned is dropped",
    // What it makes
    generated: "generated",
    real: "real",
    mode: "mode",
    missed: "missed",
    saysReal: "D says real",
    pictures: (count: string) => `${count} fixed latents`,
    showReal: "Real",
    showMade: "Generated",
    shown: "What is shown",
    // Why
    children: (generation: string) => `Children of generation ${generation}`,
    noChildren: "The first generation has not ended yet.",
    sameParent: (one: boolean) => (one ? "same parent, same latents" : "same latents"),
    survives: "survives",
    dropped: "dropped",
    loss: "Loss",
    quality: "Quality",
    diversity: "Diversity",
    fitness: "Fitness",
    none: "–",
    parent: (number: number) => `parent ${number}`,
    child: (mutation: string, fate: string) => `${mutation}, ${fate}`,
    why: {
      fittest: (mutation: string, fitness: string, because: string) =>
        `${first(mutation)} survives: its fitness ${fitness} is the highest; ${because}.`,
      both: (quality: string, diversity: string) =>
        `both its quality ${quality} and its diversity ${diversity} are the best`,
      quality: (quality: string, diversity: string) =>
        `its quality ${quality} is the best and makes up for its diversity ${diversity}`,
      diversity: (diversity: string, quality: string) =>
        `its diversity ${diversity} is the best and makes up for its quality ${quality}`,
      sum: (quality: string, diversity: string) =>
        `quality ${quality} and diversity ${diversity} weigh most together`,
      several: (mutations: string, parents: string) =>
        `${first(mutations)} survive: the ${parents} highest fitnesses.`,
      random: (mutations: string, several: boolean) =>
        `${first(mutations)} ${several ? "survive" : "survives"}: picked at random, no child is judged.`,
      alone: (mutation: string) => `${first(mutation)} survives: it is the only child.`,
    },
    survived: "Who survived",
    lanes: (last: string, recent: string) => `last ${last} generations; shares of the last ${recent}`,
    lanesLabel: (shares: string) => `Survivors of the last generations; ${shares}`,
    shares: "Share of survivors",
    course: "Course over generations",
    courses: {
      modes: "Modes",
      highQuality: "In 4 σ",
      quality: "Quality",
      diversity: "Diversity",
      loss: "D’s loss",
      gradient: "Gradient",
    },
    courseNames: {
      modes: "Modes covered",
      highQuality: "Share of samples within 4 σ",
      quality: "Quality of each child",
      diversity: "Diversity of each child",
      loss: "Loss of the discriminator",
      gradient: "Norm of the discriminator’s gradient",
    },
    nothingYet: "Nothing yet",
    // History
    history: "History",
    historyHint: "Click goes back; arrow keys go along.",
    historyModes: "Generation, modes covered.",
    historyAlone: "Generation.",
    snapshot: (generation: string, modes: string) =>
      `Generation ${generation}${modes === "" ? "" : `, ${modes} modes covered`}`,
  },
  exports: "Export",
  exportAs: (format: string) => `Export as ${format}`,
  exportFailed: (reason: string) => `Not exported: ${reason}`,
  card: "Card",
  nothingToExport: "there is nothing to export",

  // Status bar
  upToDate: (time: string) => `Up to date, ${time}`,
  isRunning: "Running",
  isCancelled: "Cancelled",
  stoppedNodes: (count: number) => `${count} ${count === 1 ? "node is" : "nodes are"} paused`,
  isLoading: (model: string, done: string, of: string) => `${model}, ${done} of ${of}`,
  starting: "Starting the engine",
  failedNodes: (count: number) => `${count} ${count === 1 ? "node" : "nodes"} can't run`,
  waitingNodes: (count: number) => `${count} ${count === 1 ? "node waits" : "nodes wait"} for Run`,
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

  // Graph menu
  yours: "Yours",
  course: "Samples",
  newGraph: "New graph",
  remove: (name: string) => `Delete ${name}`,
  noGraphs: "Graphs that you change are kept here.",
  nodesCount: (count: string, one: boolean) => `${count} ${one ? "node" : "nodes"}`,

  // Notices
  staysOpen: "Your graph stays open.",
  refusedStorage:
    "This browser refuses storage: everything works, but nothing is kept after the page closes.",
  quotaFull: "Storage is full: this graph is not saved. Export it, or delete graphs you no longer need.",
  saveFailed: (reason: string) => `Not saved: ${reason}`,
  noSamples: "The samples could not be loaded.",
  notJson: "not a JSON file",
  engineFailed: (reason: string) => `The engine did not start: ${reason}`,
  tooLarge: "the file is larger than 20 MB",
  deleted: (name: string) => `Deleted ${name}.`,
  undo: "Undo",
  dismiss: "Dismiss",

  // Handing on
  handing: {
    tip: "Hand this graph on",
    empty: "There is nothing to share yet",
    aboutLink: "The whole graph is in the link. Opens at this address, or pasted into any Ganglion.",
    aboutPng: "A picture of the graph. Dropped into Ganglion it opens as the graph.",
    aboutPicture: (node: string) => `The pictures of ${node}. Dropped into Ganglion they open as the graph.`,
    aboutJson: "For other tools and the command line.",
    tooLong: (size: string, most: string) =>
      `The link would be ${size} long; many programs cut links off at ${most}. Export a PNG or JSON file instead.`,
    copied: (size: string) => `Link copied, ${size}. It opens as a graph of one's own.`,
    inAddressBar: "This browser refuses the clipboard. Copy the link from the address bar.",
    opened: (name: string, before: string) => `Opened ${name}. ${before} is kept.`,
    back: "Back",
    pasted: "Pasted graph",
    link: "Link",
    linkDamaged: "it was cut off or changed on its way; ask for it again",
    noGraphInPicture: "this picture carries no graph; only a PNG that was exported with its graph opens",
    pictureDamaged: "the picture is damaged and can't be read",
  },

  // Help
  help: "Keyboard and mouse",
  close: "Close",
  gestures: [
    ["Drag on the canvas", "Pan"],
    ["Wheel", "Zoom"],
    ["Shift and drag", "Select an area"],
    ["Double-click the canvas", "Add a node there"],
    ["Drag from a socket", "Wire; dropped on nothing, add a node that fits"],
    ["Drag a wire off its input", "Plug it elsewhere; dropped on nothing, it goes"],
    ["Drag a value", "Change it; Shift is finer"],
    ["Drag the brush", "Paint; Alt erases"],
    ["Drag in a plane of points", "Draw points; Alt or the right button erases"],
    ["Drop files on a node", "Open them there, where it takes such files"],
    ["Click a picture that has a mark", "Move the mark; arrow keys go by cells"],
    ["Hold B", "The picture before it was painted on"],
    ["Double-click a value", "Back to the default"],
    ["Double-click a name", "Rename"],
    ["Drag the title of a frame", "Move it with all its nodes"],
    ["Drop a node in a frame", "It joins; Alt and drag takes it out"],
  ] as readonly (readonly [string, string])[],

  // Actions
  actions: {
    run: "Run",
    step: "Train one step",
    cancel: "Cancel the run",
    nextTrouble: "Go to the next error",
    undo: "Undo",
    redo: "Redo",
    copy: "Copy",
    cut: "Cut",
    paste: "Paste",
    duplicate: "Duplicate",
    remove: "Delete",
    rename: "Rename",
    frame: "Frame the selection",
    unframe: "Unframe",
    selectAll: "Select all",
    fit: "Zoom to fit",
    find: "Find a node",
    findHere: "Add a node here",
    save: "Save",
    newGraph: "New graph",
    share: "Share",
    copyLink: "Copy link",
    exportPng: "Export as PNG with graph",
    exportGraph: "Export as JSON",
    importGraph: "Import a file",
    theme: "Dark or light",
    help: "Help",
    inspect: "Inspector",
    letGo: "Let go",
  },
  changes: {
    add: "Add a node",
    remove: "Delete",
    move: "Move",
    connect: "Wire",
    disconnect: "Remove a wire",
    param: (name: string) => `Change ${name}`,
    rename: "Rename",
    resize: "Resize",
    paste: "Paste",
    keepGenerator: "Keep a generator",
    frame: "Frame",
    unframe: "Unframe",
    frameColor: "Colour a frame",
  },
};

/** With a capital. */
function first(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

export type Words = typeof english;

export const words: Words = english;

/** The name of a param, port or option as a person reads it: `minIoU` becomes `Min IoU`. */
export function spoken(name: string): string {
  const parts = name.split(/(?<=[a-z])(?<!Io)(?=[A-Z])/);
  const said = parts.map((part) => (/^[A-Z][a-z]+$/.test(part) ? part.toLowerCase() : part)).join(" ");
  if (/^(csv|json|mlp|dcgan)$/.test(said)) return said.toUpperCase();
  return `${said[0]?.toUpperCase() ?? ""}${said.slice(1)}`;
}
