import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { app } from "../app.ts";
import { grown, meets } from "../box.ts";
import { createKeyed, type Keyed, useKeyed } from "../keyed.ts";
import { namesFrom, type Viewport } from "./viewport.ts";

/** In a graph of more nodes only those near the eye are drawn whole. */
const few = 80;
/** How far outside of the window, in parts of it, a node becomes whole, and from where on it is no longer. */
const [comes, stays] = [0.1, 0.3];
/** So many nodes become whole in one frame: more would be felt as a jerk. */
const mostAFrame = 16;

/** Which nodes are drawn with their sockets and fields; of the others only their picture is there, in a card as large. */
export interface WholeNodes {
  readonly near: Keyed<boolean>;
  /** True while every node is drawn whole. */
  readonly all: StoreApi<boolean>;
  /** Draws every node whole while something needs it. */
  during<T>(need: () => Promise<T>): Promise<T>;
  /** Looks again before the next frame. */
  changed(): void;
  stop(): void;
}

export function createWholeNodes(container: HTMLElement, viewport: Viewport): WholeNodes {
  const near = createKeyed<boolean>();
  let needed = 0;
  const isFew = () => needed > 0 || app.document.nodes.length <= few;
  const all = createStore(isFew);
  let frame = 0;

  function changed(): void {
    if (frame === 0) frame = requestAnimationFrame(step);
  }

  function step(): void {
    frame = 0;
    for (const id of [...near.keys()]) if (!staysNear(id)) near.delete(id);
    if (all.getState()) return;
    const missing = nearest().filter((id) => !near.get(id));
    for (const id of missing.slice(0, mostAFrame)) near.set(id, true);
    if (missing.length > mostAFrame) changed();
  }

  /** A node goes on being whole for a little while it leaves the window, and as long as the focus is in it. */
  function staysNear(id: string): boolean {
    const box = viewport.boxOf(id);
    if (all.getState() || !box) return false;
    return id === focused() || (readable() && meets(box, grown(viewport.visible(), stays)));
  }

  /** Those that should be whole, from the middle of the window outwards. */
  function nearest(): string[] {
    const held = focused();
    const found = held === undefined ? [] : [{ id: held, far: 0 }];
    if (!readable()) return found.map(({ id }) => id);
    const view = grown(viewport.visible(), comes);
    const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
    for (const { id } of app.document.nodes) {
      const box = viewport.boxOf(id);
      if (box && meets(box, view)) found.push({ id, far: Math.hypot(box.left - x, box.top - y) });
    }
    return found.sort((a, b) => a.far - b.far).map(({ id }) => id);
  }

  const readable = () => viewport.transform.getState().k >= namesFrom;

  function focused(): string | undefined {
    const { activeElement } = document;
    if (!activeElement || !container.contains(activeElement)) return undefined;
    return activeElement.closest<HTMLElement>("[data-node]")?.dataset.node;
  }

  const look = () => {
    all.setState(isFew(), true);
    changed();
  };
  const stops = [viewport.transform.subscribe(changed), app.store.subscribe(look)];
  container.addEventListener("focusin", changed);
  return {
    near,
    all,
    async during(need) {
      needed += 1;
      look();
      try {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return await need();
      } finally {
        needed -= 1;
        look();
      }
    },
    changed,
    stop() {
      cancelAnimationFrame(frame);
      container.removeEventListener("focusin", changed);
      for (const stop of stops) stop();
    },
  };
}

/** True while a node is drawn whole. */
export function useWhole({ near, all }: WholeNodes, id: string): boolean {
  const close = useKeyed(near, id) ?? false;
  return useStore(all) || close;
}
