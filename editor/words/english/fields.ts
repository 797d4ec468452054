export const fields = {
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
    columns: {
      iou: "IoU",
      unit: "unit",
      concept: "concept",
      threshold: "threshold",
      deviation: "deviation",
      activation: "activation",
    } as Readonly<Record<string, string>>,
    measures: { threshold: "× threshold", deviation: "σ above mean", activation: "activation" },
  },
};
