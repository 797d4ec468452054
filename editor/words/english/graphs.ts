export const graphs = {
  // Notices
  staysOpen: "Your graph stays open.",
  /** What is wrong in a file, or at a place in it. */
  at: (place: string, what: string) => `${place}: ${what}`,
  together: (first: string, second: string) => `${first} ${second}`,
  ended: (sentence: string) => (sentence.endsWith(".") ? sentence : `${sentence}.`),
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
};
