import type { StoreApi } from "zustand/vanilla";
import { type Box, grown, meets } from "../box.ts";
import type { Keyed } from "../keyed.ts";
import type { Point } from "./route.ts";
import type { Size } from "./stage.ts";
import type { Viewport } from "./viewport.ts";
import type { WholeNodes } from "./wholeNodes.ts";

/** How far outside of the window, in parts of it, the page still has the elements of nodes. */
const around = 0.5;
/** Milliseconds after the last move of a node: a drag is not held up. */
const settles = 150;

/**
 * In a large graph, the elements of nodes far outside of the window are taken out of the page's layout: each costs a share of every
 * frame, seen or not.
 */
export interface Sight {
  /** Puts a node's element back at once, so that it can take the focus. */
  show(id: string): void;
  stop(): void;
}

interface Looked {
  readonly viewport: Viewport;
  readonly wholeNodes: WholeNodes;
  readonly places: Keyed<Point>;
  readonly sizes: Keyed<Size>;
  readonly nodeElements: StoreApi<ReadonlyMap<string, HTMLElement>>;
}

export function createSight({ viewport, wholeNodes, places, sizes, nodeElements }: Looked): Sight {
  const hidden = new WeakSet<HTMLElement>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function changed(): void {
    if (frame === 0) frame = requestAnimationFrame(step);
  }

  function moved(): void {
    clearTimeout(timer);
    timer = setTimeout(changed, settles);
  }

  function step(): void {
    frame = 0;
    const all = wholeNodes.all.getState();
    const view = grown(viewport.visible(), around);
    const active = document.activeElement?.closest(".node-place");
    for (const [id, element] of nodeElements.getState()) {
      const place = element.parentElement;
      const hides = !all && isOutside(id, view) && place !== active;
      if (place && hidden.has(place) !== hides) hide(place, hides);
    }
  }

  function hide(place: HTMLElement, hides: boolean): void {
    place.hidden = hides;
    if (hides) hidden.add(place);
    else hidden.delete(place);
  }

  /** False until its size is known, which is found by laying it out. */
  function isOutside(id: string, view: Box): boolean {
    const box = sizes.get(id) && viewport.boxOf(id);
    return box != null && !meets(box, view);
  }

  const stops = [
    viewport.transform.subscribe(changed),
    nodeElements.subscribe(changed),
    wholeNodes.all.subscribe(changed),
    wholeNodes.near.subscribe(null, changed),
    places.subscribe(null, moved),
    sizes.subscribe(null, changed),
  ];
  return {
    show(id) {
      const place = nodeElements.getState().get(id)?.parentElement;
      if (place) hide(place, false);
    },
    stop() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    },
  };
}
