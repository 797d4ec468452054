/** The picture by which a graph is known in lists: made of what its own nodes show. */
import type { GraphDocument, GraphNode } from "../../engine/document.ts";
import type { Catalogue } from "../../engine/node.ts";
import type { Preview } from "../../engine/preview.ts";
import { darkPlane, lightPlane } from "../../nodes/plane/planeInks.ts";
import { coverTiles, type Sheet, type Tile } from "./coverTiles.ts";

/** px; a cover is 194 high in the gallery. */
const [width, height] = [420, 256];
const gap = 2;
const [mostRows, mostColumns] = [3, 4];

export interface Shown {
  readonly document: GraphDocument;
  readonly catalogue: Catalogue;
  readonly previewOf: (node: string) => Preview | null | undefined;
  readonly dark: boolean;
}

/** The cover as a small file; null where the graph shows no pictures yet. */
export async function drawCover(shown: Shown): Promise<Blob | null> {
  const grid = arranged(sheetsOf(shown));
  if (!grid) return null;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.imageSmoothingQuality = "high";
  const [rows, columns] = [grid.length, Math.max(...grid.map((row) => row.length))];
  const cell = { width: (width - gap * (columns - 1)) / columns, height: (height - gap * (rows - 1)) / rows };
  grid.forEach((row, y) => {
    row.forEach((tile, x) => {
      drawTile(context, tile, x * (cell.width + gap), y * (cell.height + gap), cell);
    });
  });
  return canvas.convertToBlob({ type: "image/webp", quality: 0.8 });
}

const telling = new Set(["image", "evolution", "points", "dataset"]);

/** Of the views, from the top down; where one view is all, also of nodes that make pictures no view shows. */
function sheetsOf({ document, catalogue, previewOf, dark }: Shown): readonly Sheet[] {
  const inks = dark ? darkPlane : lightPlane;
  const nodes = [...document.nodes].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
  const views = new Set(nodes.filter(({ type }) => catalogue[type]?.show).map(({ id }) => id));
  const viewed = new Set(document.wires.filter(({ to }) => views.has(to[0])).map(({ from }) => from[0]));
  const makes = ({ id, type }: GraphNode) => {
    const outputs = Object.values(catalogue[type]?.outputs ?? {});
    return !viewed.has(id) && outputs.some(({ types }) => telling.has(types[0] ?? ""));
  };
  const sheets = (of: readonly GraphNode[]) =>
    of.flatMap(({ id }) => {
      const preview = previewOf(id);
      return (preview && coverTiles(preview, inks)) ?? [];
    });
  const inViews = sheets(nodes.filter(({ id }) => views.has(id)));
  return inViews.length > 1 ? inViews : sheets(nodes.filter((node) => views.has(node.id) || makes(node)));
}

/** Rows of tiles: a row for each of several sheets, else what one sheet holds, as nearly square each as it goes. */
export function arranged(sheets: readonly Sheet[]): readonly (readonly Tile[])[] | null {
  const [first] = sheets;
  if (!first) return null;
  if (sheets.length > 1) {
    const full = sheets.filter(({ tiles }) => tiles.length > 1).slice(0, mostRows);
    if (full.length < 2) return wrapped(sheets.flatMap(({ tiles }) => tiles));
    const columns = Math.min(mostColumns, ...full.map(({ tiles }) => tiles.length));
    return full.map(({ tiles }) => tiles.slice(0, columns));
  }
  const { tiles, columns } = first;
  if (columns === null || columns === 1 || columns >= tiles.length) return wrapped(tiles);
  const rows = Math.min(mostRows + 1, Math.floor(tiles.length / columns));
  const across = Math.min(columns, mostColumns + 2);
  return Array.from({ length: rows }, (_, row) => tiles.slice(row * columns, row * columns + across));
}

function wrapped(tiles: readonly Tile[]): readonly (readonly Tile[])[] {
  let best = { rows: 1, columns: 1, odd: Number.POSITIVE_INFINITY };
  for (let rows = 1; rows <= mostRows; rows++) {
    const columns = Math.min(Math.floor(tiles.length / rows), mostColumns + 1);
    if (columns === 0) break;
    const odd = Math.abs(Math.log(width / columns / (height / rows)));
    if (odd <= best.odd) best = { rows, columns, odd };
  }
  return Array.from({ length: best.rows }, (_, row) =>
    tiles.slice(row * best.columns, (row + 1) * best.columns),
  );
}

function drawTile(
  context: OffscreenCanvasRenderingContext2D,
  { source, crops }: Tile,
  x: number,
  y: number,
  cell: { readonly width: number; readonly height: number },
): void {
  const fit = crops ? Math.max : Math.min;
  const scale = fit(cell.width / source.width, cell.height / source.height);
  const [w, h] = [source.width * scale, source.height * scale];
  context.save();
  context.beginPath();
  context.rect(x, y, cell.width, cell.height);
  context.clip();
  context.drawImage(source, x + (cell.width - w) / 2, y + (cell.height - h) / 2, w, h);
  context.restore();
}
