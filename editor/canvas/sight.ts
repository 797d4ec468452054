import type { StoreApi } from "zustand/vanilla";
import type { Box } from "../box.ts";
import type { Keyed } from "../keyed.ts";
import type { Size } from "./stage.ts";
import type { Viewport } from "./viewport.ts";
import type { WholeNodes } from "./wholeNodes.ts";

/** How far outside of the window, in parts of it, the page still has the elements of nodes. */
const around = 0.5;

/**
 * In a large graph, the elements of nodes far outside of the window are taken out of the page's layout: each costs a share of every
 * frame, seen or not.
 */
export interface Sight {
  /** Puts a node's element back at once, so that it can take the focus. */
  show(id: string): void;
  /** Looks again before the next frame. */
  changed(): void;
  stop(): void;
}

interface Looked {
  readonly viewport: Viewport;
  readonly wholeNodes: WholeNodes;
  readonly sizes: Keyed<Size>;
  readonly nodeElements: StoreApi<ReadonlyMap<string, HTMLElement>>;
}

export function createSight({ viewport, wholeNodes, sizes, nodeElements }: Looked): Sight {
  const hidden = new WeakSet<HTMLElement>();
  let frame = 0;

  function changed(): void {
    if (frame === 0) frame = requestAnimationFrame(step);
  }

  function step(): void {
    frame = 0;
    const all = wholeNodes.all.getState();
    const view = grown(viewport.visible());
    const active = document.activeElement?.closest(".node-place");
    for (const [id, element] of nodeElements.getState()) {
      const place = element.parentElement;
      const hides = !all && isMeasured(id) && isOutside(id, view) && place !== active;
      if (place && hidden.has(place) !== hides) hide(place, hides);
    }
  }

  function hide(place: HTMLElement, hides: boolean): void {
    place.hidden = hides;
    if (hides) hidden.add(place);
    else hidden.delete(place);
  }

  const isMeasured = (id: string) => sizes.get(id) !== undefined;

  function isOutside(id: string, view: Box): boolean {
    const box = viewport.boxOf(id);
    if (!box) return false;
    return box.right < view.left || box.left > view.right || box.bottom < view.top || box.top > view.bottom;
  }

  const stops = [
    viewport.transform.subscribe(changed),
    nodeElements.subscribe(changed),
    wholeNodes.all.subscribe(changed),
    sizes.subscribe(null, changed),
  ];
  return {
    show(id) {
      const place = nodeElements.getState().get(id)?.parentElement;
      if (place) hide(place, false);
    },
    changed,
    stop() {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    },
  };
}

function grown({ left, top, right, bottom }: Box): Box {
  const [x, y] = [around * (right - left), around * (bottom - top)];
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y };
}
