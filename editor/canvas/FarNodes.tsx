import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { GraphDocument, GraphNode } from "../../engine/document.ts";
import { passing } from "../../engine/passage.ts";
import { app } from "../app.ts";
import { type Box, meets } from "../box.ts";
import { drawPictures } from "./drawPictures.ts";
import { rowsHeight } from "./layout.ts";
import type { Stage } from "./stage.ts";

/** Cards and pictures of all nodes that are not drawn whole, in one canvas: an element each takes longer to put together at every frame. */
export function FarNodes({ stage }: { stage: Stage }) {
  const all = useStore(stage.wholeNodes.all);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => (all || !canvas.current ? undefined : keepDrawn(canvas.current, stage)), [all, stage]);
  return all ? null : <canvas ref={canvas} className="far-nodes" aria-hidden />;
}

/** Draws at every change, once a frame. Returns the way out. */
function keepDrawn(canvas: HTMLCanvasElement, stage: Stage): () => void {
  let frame = 0;
  const again = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw(canvas, stage);
    });
  };
  again();
  const resized = new ResizeObserver(again);
  resized.observe(stage.container);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", again);
  const themed = new MutationObserver(again);
  themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const stops = [
    stage.transform.subscribe(again),
    stage.places.subscribe(null, again),
    stage.sizes.subscribe(null, again),
    stage.drag.subscribe(({ fits }, before) => fits !== before.fits && again()),
    stage.wholeNodes.near.subscribe(null, again),
    app.runs.nodes.subscribe(null, again),
    app.selection.subscribe(again),
    app.store.subscribe(({ document }, before) => isDrawnOtherwise(document, before.document) && again()),
  ];
  return () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
    themed.disconnect();
    dark.removeEventListener("change", again);
    for (const stop of stops) stop();
  };
}

/** True where a card may look other than before; where it lies is in `places`. */
const isDrawnOtherwise = (a: GraphDocument, b: GraphDocument): boolean =>
  a.nodes !== b.nodes &&
  a.nodes.some((node, index) => {
    const other = b.nodes[index];
    return node !== other && (node.id !== other?.id || node.bypassed !== other.bypassed);
  });

function draw(canvas: HTMLCanvasElement, stage: Stage): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { clientWidth, clientHeight } = stage.container;
  const [width, height] = [clientWidth, clientHeight].map((side) => Math.round(side * devicePixelRatio));
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  else context.reset();
  const { x, y, k } = stage.transform.getState();
  context.scale(devicePixelRatio, devicePixelRatio);
  context.transform(k, 0, 0, k, x, y);
  const far = inView(stage);
  drawCards(context, far, k);
  drawAllPictures(context, far, stage);
}

interface Far {
  readonly node: GraphNode;
  readonly box: Box;
  readonly dim: boolean;
}

function inView(stage: Stage): Far[] {
  const view = stage.visible();
  const { from, fits } = stage.drag.getState();
  return app.document.nodes.flatMap((node) => {
    if (stage.wholeNodes.near.get(node.id) || app.catalogue[node.type]?.drawn) return [];
    const box = stage.boxOf(node.id);
    if (!box || !meets(box, view)) return [];
    return [{ node, box, dim: from !== null && from.node !== node.id && !fits.has(node.id) }];
  });
}

/** Cards as `node.css` has them, without their shadows. */
function drawCards(context: CanvasRenderingContext2D, far: readonly Far[], k: number): void {
  // A canvas knows no tokens: the style sheet gives them as colours that nothing else here uses.
  const { color, caretColor, outlineColor, accentColor } = getComputedStyle(context.canvas);
  const { nodes: selected } = app.selection.getState();
  const cards = new Path2D();
  const [open, failed, chosen] = [new Path2D(), new Path2D(), new Path2D()];
  for (const { node, box } of far) {
    const definition = app.catalogue[node.type];
    const path = definition && !passing(node, definition) ? cards : open;
    for (const each of [
      path,
      ...(isFailed(node) ? [failed] : []),
      ...(selected.has(node.id) ? [chosen] : []),
    ])
      each.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, 8);
  }
  context.fillStyle = color;
  context.fill(cards);
  context.lineWidth = 1.5 / k;
  for (const [path, stroke] of [
    [open, caretColor],
    [failed, outlineColor],
    [chosen, accentColor],
  ] as const) {
    context.strokeStyle = stroke;
    context.stroke(path);
  }
}

const isFailed = ({ id }: GraphNode) => app.runs.nodes.get(id)?.state?.state === "failed";

function drawAllPictures(context: CanvasRenderingContext2D, far: readonly Far[], stage: Stage): void {
  for (const { node, box, dim } of far) {
    const preview = app.runs.nodes.get(node.id)?.preview;
    const layout = preview && stage.wiring.layout(node.id);
    if (!layout) continue;
    context.globalAlpha = dim ? 0.4 : 1;
    drawPictures(context, preview, { ...box, top: box.top + rowsHeight(layout) });
  }
}
