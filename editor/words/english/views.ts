export const views = {
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

  exports: "Export",
  exportAs: (format: string) => `Export as ${format}`,
  exportFailed: (reason: string) => `Not exported: ${reason}`,
  card: "Card",
  nothingToExport: "there is nothing to export",
};
