/** What dragging nodes means for frames: one that lies in none joins where it is dropped; with Alt the place alone decides. */
import { createStore, type StoreApi } from "zustand/vanilla";
import { app } from "../app.ts";
import type { Box } from "../box.ts";
import type { Change } from "../document.ts";
import { frameEdit, framesWith } from "../frameEdit.ts";
import { frameBoxes } from "./frameBoxes.ts";

export interface Framed {
  /** The frame that would take what is dragged. */
  readonly target: string | null;
  /** Nodes that are being dragged out of their frames. */
  readonly leaving: ReadonlySet<string>;
}

export interface Framing {
  readonly framed: StoreApi<Framed>;
  /** Nodes are under way, `held` at the pointer. */
  drag(held: string, moved: ReadonlySet<string>): void;
  /** They were let go: what that changes in the frames. */
  drop(held: string, moved: ReadonlySet<string>): Change;
  stop(): void;
}

const calm: Framed = { target: null, leaving: new Set() };

export function createFraming(boxOf: (node: string) => Box | null): Framing {
  const framed = createStore<Framed>(() => calm);
  let alt = false;
  const watch = (event: PointerEvent) => {
    alt = event.altKey;
  };
  for (const kind of ["pointermove", "pointerdown", "pointerup"] as const)
    addEventListener(kind, watch, { capture: true });

  /** The innermost frame round the middle of a node, as large as what stays makes it. */
  function frameUnder(held: string, moved: ReadonlySet<string>): string | null {
    const box = boxOf(held);
    if (!box) return null;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const boxes = frameBoxes(app.document.frames, (id) => (moved.has(id) ? null : boxOf(id)));
    const under = [...boxes].filter(
      ([, frame]) => x > frame.left && x < frame.right && y > frame.top && y < frame.bottom,
    );
    return under.at(-1)?.[0] ?? null;
  }

  /** Nodes in frames stay in them, unless Alt takes them out. */
  function framedBy(held: string, moved: ReadonlySet<string>): Framed {
    const { document } = app;
    if (document.frames.length === 0) return calm;
    const loose = alt || framesWith(document, new Set([held])).length === 0;
    return {
      target: loose ? frameUnder(held, moved) : null,
      leaving: alt ? moved : calm.leaving,
    };
  }

  return {
    framed,
    drag(held, moved) {
      const next = framedBy(held, moved);
      const before = framed.getState();
      if (next.target !== before.target || next.leaving.size !== before.leaving.size) framed.setState(next);
    },
    drop(held, moved) {
      const { target, leaving } = framedBy(held, moved);
      framed.setState(calm);
      return (document) => {
        const still = leaving.size > 0 ? leaveFor(target, leaving)(document) : document;
        const free = new Set([...moved].filter((id) => framesWith(still, new Set([id])).length === 0));
        return target === null ? still : frameEdit.join(target, free)(still);
      };
    },
    stop() {
      for (const kind of ["pointermove", "pointerdown", "pointerup"] as const)
        removeEventListener(kind, watch, { capture: true });
    },
  };
}

/** Out of all frames, but for what is dropped where it was. */
const leaveFor =
  (target: string | null, ids: ReadonlySet<string>): Change =>
  (document) => {
    const home = document.frames.find(({ id }) => id === target);
    const away = new Set([...ids].filter((id) => !home?.nodes.includes(id)));
    return frameEdit.leave(away)(document);
  };
