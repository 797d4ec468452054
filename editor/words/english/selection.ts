export const selection = {
  severalSelected: (count: number) => `${count} nodes selected`,
  arrangement: "Arrange",
  selectionActions: "Selection",
  tidying: "Tidying up",
  notTidied: (reason: string) => `Not tidied: ${reason}`,

  // Pasting
  notPasted: (reason: string) => `Not pasted: ${reason}`,
  pieceCut: "the text is cut off, or is no JSON. Copy it again, whole.",
  pieceVersion: (version: string) => `version: expected 1, got ${version}. A later Ganglion made this piece.`,
};
