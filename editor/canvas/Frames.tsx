import { useEffect, useReducer } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { FrameView } from "./FrameView.tsx";
import { frameBoxes } from "./frameBoxes.ts";
import type { Stage } from "./stage.ts";

/** Frames lie under their nodes and are as large as these need. */
export function Frames({ stage, holder }: { stage: Stage; holder: HTMLElement }) {
  const frames = useStore(app.store, ({ document }) => document.frames);
  const leaving = useStore(stage.framing.framed, (framed) => framed.leaving);
  const [, again] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (frames.length === 0) return;
    const stops = [stage.places.subscribe(null, again), stage.sizes.subscribe(null, again)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage, frames]);
  const boxes = frameBoxes(frames, (node) => (leaving.has(node) ? null : stage.boxOf(node)));
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  return createPortal(
    [...boxes].map(([id, box]) => {
      const frame = byId.get(id);
      return frame && <FrameView key={id} frame={frame} box={box} stage={stage} />;
    }),
    holder,
  );
}
