/** What is said aloud of what happens on the canvas. */
export const heard = {
  place: (node: string, port: string) => `${port} of ${node}`,
  added: (node: string) => `Added ${node}.`,
  addedSeveral: (nodes: number) => `Added ${nodes} nodes.`,
  removed: (node: string) => `Removed ${node}.`,
  removedSeveral: (nodes: number) => `Removed ${nodes} nodes.`,
  wired: (from: string, to: string) => `Wired ${from} to ${to}.`,
  unwired: (from: string, to: string) => `Removed the wire from ${from} to ${to}.`,
  undone: (what: string) => `Undone: ${what}.`,
  redone: (what: string) => `Redone: ${what}.`,
  holding: (port: string) =>
    `A wire is held at ${port}. Arrow keys go through the ports that fit, Enter connects, Escape leaves.`,
  target: (port: string, number: number, of: number) => `${port}, ${number} of ${of}`,
  noFit: (port: string) => `No port fits ${port}.`,
  letGo: "Left without a wire.",
};
