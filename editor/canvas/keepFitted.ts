import { app } from "../app.ts";
import type { Stage } from "./stage.ts";

/** Brings a graph into view when it opens, and keeps it there while its pictures arrive, until someone takes over. */
export function keepFitted(stage: Stage): () => void {
  let fitting = true;
  let frame = 0;
  const refit = () => {
    if (!fitting || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const { nodes } = app.document;
      if (nodes.length > 0 && nodes.every(({ id }) => stage.sizes.get(id))) stage.fit();
    });
  };
  const takeOver = () => {
    fitting = false;
  };
  const stops = [
    stage.sizes.subscribe(null, refit),
    app.store.subscribe(({ id, document, past }, before) => {
      const another = id !== before.id && document !== before.document;
      const { view } = app;
      if (another && view) stage.goTo(view);
      fitting = (another && !view) || (!another && fitting && past === before.past);
      refit();
    }),
  ];
  // Caught on the way down: a socket keeps its pointerdown to itself, and the view must not move under a wire.
  for (const gesture of ["pointerdown", "wheel", "focusin"] as const)
    stage.container.addEventListener(gesture, takeOver, { capture: true });
  const resized = new ResizeObserver(refit);
  resized.observe(stage.container);
  refit();
  return () => {
    cancelAnimationFrame(frame);
    resized.disconnect();
    for (const stop of stops) stop();
  };
}
