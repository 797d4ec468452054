import { app } from "./app.ts";

/** Selects a node, brings it into view and hands it the keys. */
export function goTo(id: string): void {
  app.selection.nodes([id]);
  app.stage?.fit([id]);
  app.stage?.sight.show(id);
  document.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}
