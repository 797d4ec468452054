import { type PointerEvent, useEffect, useRef } from "react";
import { app } from "../app.ts";
import { around, type Box } from "../box.ts";
import { words } from "../words.ts";
import { drawPictures } from "./drawPictures.ts";
import type { Stage } from "./stage.ts";

const size = { width: 168, height: 112 };
const margin = 10;
/** It is drawn no more often than this, in milliseconds: it is looked at from the corner of the eye. */
const pause = 120;

/** The whole graph in 168 x 112, with its real pictures. A click goes there. */
export function Minimap({ stage }: { stage: Stage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        if (canvas.current?.checkVisibility()) draw(canvas.current, stage);
      }, pause);
    };
    again();
    const stops = [
      stage.places.subscribe(null, again),
      stage.sizes.subscribe(null, again),
      stage.transform.subscribe(again),
      app.selection.subscribe(again),
      app.runs.nodes.subscribe(null, again),
    ];
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const themed = new MutationObserver(again);
    themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    dark.addEventListener("change", again);
    return () => {
      clearTimeout(timer);
      themed.disconnect();
      dark.removeEventListener("change", again);
      for (const stop of stops) stop();
    };
  }, [stage]);
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    const whole = wholeOf(stage);
    if (event.buttons !== 1 || !whole) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { scale, x, y } = fitted(whole);
    stage.centreOn([(event.clientX - left - x) / scale, (event.clientY - top - y) / scale]);
  };
  return (
    <canvas
      ref={canvas}
      className="minimap"
      role="img"
      aria-label={words.minimap}
      width={size.width * 2}
      height={size.height * 2}
      onPointerDown={go}
      onPointerMove={go}
    />
  );
}

function wholeOf(stage: Stage): Box | null {
  return around(app.document.nodes.flatMap(({ id }) => stage.boxOf(id) ?? []));
}

function fitted(box: Box) {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height, 0.25);
  return {
    scale,
    x: (size.width - width * scale) / 2 - box.left * scale,
    y: (size.height - height * scale) / 2 - box.top * scale,
  };
}

function draw(canvas: HTMLCanvasElement, stage: Stage): void {
  const context = canvas.getContext("2d");
  const whole = wholeOf(stage);
  if (!context) return;
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  if (!whole) return;
  const style = getComputedStyle(canvas);
  const { scale, x, y } = fitted(whole);
  context.transform(scale, 0, 0, scale, x, y);
  const { nodes: selected } = app.selection.getState();
  for (const { id } of app.document.nodes) {
    const box = stage.boxOf(id);
    if (!box) continue;
    context.fillStyle = selected.has(id) ? style.accentColor : style.caretColor;
    const preview = app.runs.nodes.get(id)?.preview;
    if (preview?.kind === "pixels" && box.right - box.left >= 120 && !selected.has(id))
      drawPictures(context, preview, box);
    else context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  }
  const view = stage.visible();
  const all =
    view.left <= whole.left &&
    view.right >= whole.right &&
    view.top <= whole.top &&
    view.bottom >= whole.bottom;
  if (all) return;
  context.strokeStyle = style.color;
  context.lineWidth = 1 / scale;
  context.strokeRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
}
