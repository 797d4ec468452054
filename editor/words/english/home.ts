export const home = {
  homeTitle: "Start from a graph that works",
  homeAbout: "Every sample runs on this computer, in this tab. Change a seed and look.",
  backToGraph: "Back to the graph",
  openGraphFile: "Open file",
  dropAnywhere: "Drop a JSON, PNG or ONNX file anywhere, or",
  newGraph: "New graph",
  searchGraphs: "Search graphs",
  noGraphFits: "No graph fits these words.",

  // One's own
  yours: "Yours",
  noGraphs: "Graphs that you change are kept here.",
  allGraphs: (count: string) => `All ${count} graphs`,
  fewerGraphs: "Only the newest",
  openNow: (when: string) => `Open, ${when.toLowerCase()}`,
  nodesCount: (count: string, one: boolean) => `${count} ${one ? "node" : "nodes"}`,
  renameGraph: (name: string) => `Rename ${name}`,
  duplicateGraph: (name: string) => `Duplicate ${name}`,
  remove: (name: string) => `Delete ${name}`,
  copyOf: (name: string) => `${name} copy`,

  // The trash
  trash: "Deleted",
  trashNote: "Kept for 30 days.",
  trashCount: (count: string) => `Deleted, ${count}`,
  backToYours: "Back to yours",
  deletedWhen: (when: string) => `Deleted: ${when.toLowerCase()}`,
  restore: (name: string) => `Put ${name} back`,
  removeForGood: (name: string) => `Delete ${name} for good`,

  // The course
  course: "A course in graphs",
  subject: "Subject",
  subjects: { generator: "StyleGAN", dissection: "Dissection", evolution: "Evolution" },
  allLessons: (count: string) => `All ${count}`,
};
