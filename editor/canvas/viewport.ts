/** What part of the canvas is in view: pan, zoom, fit, and which nodes are near the eye. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { app } from "../app.ts";
import { around, type Box } from "../box.ts";
import type { Keyed } from "../keyed.ts";
import { type Rete, zoomRange } from "./rete.ts";
import type { Point } from "./route.ts";
import type { Size } from "./stage.ts";

export interface Transform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface Viewport {
  readonly transform: StoreApi<Transform>;
  /** Brings all nodes (or these) into view; never above 100 %. */
  fit(ids?: readonly string[]): void;
  /** Brings a part of the canvas into view; never above 100 %. */
  show(box: Box): void;
  zoomTo(zoom: number): void;
  /** Shows the part of the canvas that was shown before. */
  goTo(view: Transform): void;
  centreOn(at: Point): void;
  /** A place on the screen, on the canvas. */
  toCanvas(clientX: number, clientY: number): Point;
  /** A place on the canvas, on the screen. */
  toScreen(at: Point): Point;
  /** The last place of the pointer, on the canvas. */
  pointer(): Point;
  /** The part of the canvas in view. */
  visible(): Box;
  boxOf(id: string): Box | null;
  stop(): void;
}

/** Below these zooms a node shows its name and picture alone, and its picture alone. */
const fullFrom = 0.6;
export const namesFrom = 0.3;
const margin = 24;
/** Height that the overview takes in the lower left corner: kept free where there is room. */
const overview = 136;

export function createViewport(
  rete: Rete,
  nodes: { readonly places: Keyed<Point>; readonly sizes: Keyed<Size> },
): Viewport {
  const { area } = rete;
  const { container } = area;
  const transform = createStore<Transform>(() => ({ ...area.area.transform }));
  let [clientWidth, clientHeight] = [container.clientWidth, container.clientHeight];
  const measured = new ResizeObserver(() => {
    [clientWidth, clientHeight] = [container.clientWidth, container.clientHeight];
  });
  measured.observe(container);
  const moved = () => {
    const { x, y, k } = area.area.transform;
    transform.setState({ x, y, k }, true);
    paint(container, { x, y, k });
  };
  area.addPipe((signal) => {
    if (
      typeof signal === "object" &&
      "type" in signal &&
      (signal.type === "translated" || signal.type === "zoomed")
    )
      moved();
    return signal;
  });

  function boxOf(id: string): Box | null {
    const place = nodes.places.get(id);
    const size = nodes.sizes.get(id);
    if (!place) return null;
    const { width, height } = size ?? { width: 132, height: 120 };
    return { left: place[0], top: place[1], right: place[0] + width, bottom: place[1] + height };
  }

  function place(x: number, y: number, k: number): void {
    Object.assign(area.area.transform, { k });
    void area.area.translate(Math.round(x), Math.round(y));
  }

  function fit(ids: readonly string[] = app.document.nodes.map(({ id }) => id)): void {
    const box = around(ids.flatMap((id) => boxOf(id) ?? []));
    if (box) show(box);
  }

  function show(box: Box): void {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const wanted = Math.min(1, (clientWidth - 2 * margin) / width, (clientHeight - 2 * margin) / height);
    const k = Math.max(zoomRange[0], wanted);
    const slack = clientHeight - height * k;
    const top = Math.max(Math.min(margin, slack / 2), Math.min(slack / 2, slack - overview));
    place((clientWidth - width * k) / 2 - box.left * k, top - box.top * k, k);
  }

  function zoomTo(zoom: number): void {
    const { x, y, k } = area.area.transform;
    const next = Math.min(zoomRange[1], Math.max(zoomRange[0], zoom));
    const [cx, cy] = [clientWidth / 2, clientHeight / 2];
    place(cx - ((cx - x) / k) * next, cy - ((cy - y) / k) * next, next);
  }

  const toCanvas = (clientX: number, clientY: number): Point => {
    const { left, top } = container.getBoundingClientRect();
    const { x, y, k } = area.area.transform;
    return [(clientX - left - x) / k, (clientY - top - y) / k];
  };

  return {
    transform,
    fit,
    show,
    zoomTo,
    goTo: ({ x, y, k }) => place(x, y, k),
    centreOn([x, y]) {
      const { k } = area.area.transform;
      place(clientWidth / 2 - x * k, clientHeight / 2 - y * k, k);
    },
    toCanvas,
    toScreen(at) {
      const { left, top } = container.getBoundingClientRect();
      const { x, y, k } = area.area.transform;
      return [left + at[0] * k + x, top + at[1] * k + y];
    },
    pointer: () => [area.area.pointer.x, area.area.pointer.y],
    visible() {
      const { x, y, k } = area.area.transform;
      return {
        left: -x / k,
        top: -y / k,
        right: (clientWidth - x) / k,
        bottom: (clientHeight - y) / k,
      };
    },
    boxOf,
    stop: () => measured.disconnect(),
  };
}

/** Dots of the table, and the level of detail. */
function paint(container: HTMLElement, { x, y, k }: Transform): void {
  // No custom properties: all that is on the canvas would inherit them, and have its style found anew at each step.
  container.style.backgroundSize = `${24 * k}px ${24 * k}px`;
  container.style.backgroundPosition = `${x}px ${y}px`;
  container.classList.toggle("far", k < fullFrom);
  container.classList.toggle("farther", k < namesFrom);
}
