import type { Keyed } from "../keyed.ts";
import type { Size } from "./stage.ts";

interface Watched {
  readonly id: string;
  readonly sizes: Keyed<Size>;
}

const watched = new Map<Element, Watched>();
let observer: ResizeObserver | null = null;

function measure(entries: readonly ResizeObserverEntry[]): void {
  for (const { target, borderBoxSize } of entries) {
    const own = watched.get(target);
    const box = borderBoxSize[0];
    if (!own || !box || !box.inlineSize) continue; // none while it is out of sight
    const before = own.sizes.get(own.id);
    const [width, height] = [Math.round(box.inlineSize), Math.round(box.blockSize)];
    if (before?.width !== width || before.height !== height) own.sizes.set(own.id, { width, height });
  }
}

/** Keeps the size of a node's element; all nodes share one observer. Returns the way out. */
export function observeSize(element: Element, id: string, sizes: Keyed<Size>): () => void {
  observer ??= new ResizeObserver(measure);
  watched.set(element, { id, sizes });
  observer.observe(element);
  return () => {
    observer?.unobserve(element);
    watched.delete(element);
  };
}
