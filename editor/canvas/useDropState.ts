import { useRef } from "react";
import { useStore } from "zustand";
import type { Stage } from "./stage.ts";

/** What a wire under way means for one node. */
export interface DropState {
  /** A wire is being dragged. */
  readonly dragging: boolean;
  /** Nothing of this node takes it. */
  readonly dim: boolean;
  /** Sockets that fit, as `in:features`. */
  readonly fits: ReadonlySet<string> | null;
  /** The socket under the pointer, and whether it fits. */
  readonly over: { readonly socket: string; readonly fits: boolean } | null;
  /** The socket at which the wire is held. */
  readonly held: string | null;
}

const calm: DropState = { dragging: false, dim: false, fits: null, over: null, held: null };

const same = (a: DropState, b: DropState): boolean =>
  a.dragging === b.dragging &&
  a.fits === b.fits &&
  a.held === b.held &&
  a.over?.socket === b.over?.socket &&
  a.over?.fits === b.over?.fits;

export function useDropState(stage: Stage, id: string): DropState {
  const before = useRef(calm);
  return useStore(stage.drag, ({ from, fits, over }) => {
    if (!from) return calm;
    const own = fits.get(id) ?? null;
    const held = from.node === id ? `${from.side}:${from.port}` : null;
    const under =
      over?.node === id ? { socket: `${over.side}:${over.port}`, fits: over.reason === null } : null;
    const next = {
      dragging: true,
      dim: own === null && held === null && !under,
      fits: own,
      over: under,
      held,
    };
    if (!same(before.current, next)) before.current = next;
    return before.current;
  });
}
