import { encode } from "fast-png";
import type { Plane, Square } from "../../engine/plane.ts";
import { widthOf } from "../chart/texts.ts";
import { fieldPixels, type PlaneInks } from "./planeInks.ts";
import { ticksOf } from "./ticks.ts";

/** px: the square, and what stands around it. */
const side = 560;
const space = { left: 48, top: 32, right: 16, bottom: 28 };
const [width, height] = [space.left + side + space.right, space.top + side + space.bottom];
const leastRing = 3;

/** A plane as a drawing with axes and a legend, for files. */
export function planeSvg(plane: Plane, inks: PlaneInks): string {
  const { square } = plane;
  const px = (x: number) => space.left + (side * (x - square.x + square.half)) / (2 * square.half);
  const py = (y: number) => space.top + (side * (square.y + square.half - y)) / (2 * square.half);
  const scale = { px, py, per: side / (2 * square.half) };
  const font = "font-family:'Inter Variable',Inter,Helvetica,Arial,sans-serif;font-feature-settings:'tnum'";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="${font}" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<clipPath id="plane"><rect x="${space.left}" y="${space.top}" width="${side}" height="${side}"/></clipPath>`,
    '<g clip-path="url(#plane)">',
    field(plane, inks),
    path(plane.grid, scale, `stroke="${inks.grid}" stroke-width="0.75" stroke-opacity="0.5"`),
    dots(plane.real, scale, 1.25, `fill="${inks.real}" fill-opacity="0.7"`),
    dots(plane.points, scale, 2, `fill="${inks.point}"`),
    ...plane.modes.map((mode) => ring(mode, scale, inks)),
    "</g>",
    axes(square, scale, inks),
    legend(plane, inks),
    "</svg>\n",
  ].join("\n");
}

interface Scale {
  px(x: number): number;
  py(y: number): number;
  /** px to a unit of the plane. */
  readonly per: number;
}

const near = (value: number): string => String(Math.round(100 * value) / 100);

function field({ field: drawn }: Plane, inks: PlaneInks): string {
  if (!drawn) return "";
  const { size, levels } = drawn;
  const png = encode({ width: size, height: size, data: fieldPixels(levels, inks, 3), channels: 3 });
  let bytes = "";
  for (const byte of png) bytes += String.fromCharCode(byte);
  return `<image x="${space.left}" y="${space.top}" width="${side}" height="${side}" href="data:image/png;base64,${btoa(bytes)}"/>`;
}

function path(lines: Plane["grid"], { px, py }: Scale, look: string): string {
  const drawn = lines.map((pairs) => {
    const steps: string[] = [];
    for (let i = 0; i < pairs.length; i += 2)
      steps.push(`${near(px(pairs[i] as number))} ${near(py(pairs[i + 1] as number))}`);
    return `M${steps.join("L")}`;
  });
  return drawn.length === 0 ? "" : `<path d="${drawn.join("")}" fill="none" ${look}/>`;
}

/** Those that are numbers. */
function dots(pairs: Plane["real"], { px, py }: Scale, radius: number, look: string): string {
  const drawn: string[] = [];
  for (let i = 0; i < (pairs?.length ?? 0); i += 2) {
    const [x, y] = [px(pairs?.[i] as number), py(pairs?.[i + 1] as number)];
    if (Number.isFinite(x) && Number.isFinite(y))
      drawn.push(`<circle cx="${near(x)}" cy="${near(y)}" r="${radius}"/>`);
  }
  return `<g ${look}>${drawn.join("")}</g>`;
}

function ring(
  { x, y, radius, covered }: Plane["modes"][number],
  { px, py, per }: Scale,
  inks: PlaneInks,
): string {
  const look = covered ? `stroke="${inks.ring}"` : `stroke="${inks.missed}" stroke-dasharray="3 2"`;
  const r = near(Math.max(leastRing, radius * per));
  return `<circle cx="${near(px(x))}" cy="${near(py(y))}" r="${r}" fill="none" ${look}/>`;
}

function axes({ x, y, half }: Square, { px, py }: Scale, inks: PlaneInks): string {
  const [bottom, left] = [space.top + side, space.left];
  const text = `fill="${inks.text}" text-anchor`;
  const across = ticksOf(x - half, x + half).map(
    ({ at, said }) =>
      `<path d="M${near(px(at))} ${bottom}v4" stroke="${inks.text}"/><text x="${near(px(at))}" y="${bottom + 18}" ${text}="middle">${said}</text>`,
  );
  const up = ticksOf(y - half, y + half).map(
    ({ at, said }) =>
      `<path d="M${left} ${near(py(at))}h-4" stroke="${inks.text}"/><text x="${left - 8}" y="${near(py(at) + 4)}" ${text}="end">${said}</text>`,
  );
  const frame = `<rect x="${left}" y="${space.top}" width="${side}" height="${side}" fill="none" stroke="${inks.line}"/>`;
  return [frame, ...across, ...up].join("\n");
}

/** What is drawn, by its mark, in one line above the square. */
function legend({ points, real, modes, field: drawn }: Plane, inks: PlaneInks): string {
  const covered = modes.filter((mode) => mode.covered).length;
  const y = 16;
  const items: [string, string][] = [];
  if (points.length > 0)
    items.push([
      `<circle cx="4" cy="${y - 4}" r="3" fill="${inks.point}"/>`,
      `${(points.length / 2).toLocaleString("en")} generated`,
    ]);
  if (real) items.push([`<circle cx="4" cy="${y - 4}" r="2" fill="${inks.real}"/>`, "real"]);
  if (modes.length > 0)
    items.push([
      `<circle cx="4" cy="${y - 4}" r="4" fill="none" stroke="${inks.ring}"/>`,
      `${covered} of ${modes.length} modes${covered < modes.length ? ", missed dashed" : ""}`,
    ]);
  if (drawn)
    items.push([`<rect x="0" y="${y - 8}" width="10" height="8" fill="${inks.field}"/>`, "D says real"]);
  let x = space.left;
  const drawnItems = items.map(([mark, said]) => {
    const item = `<g transform="translate(${x} 0)">${mark}<text x="14" y="${y}" fill="${inks.text}">${said}</text></g>`;
    x += 14 + widthOf(said) + 20;
    return item;
  });
  return drawnItems.join("\n");
}
