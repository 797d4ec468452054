import { app } from "./app.ts";
import { edit, freeId, type Point } from "./edit.ts";
import { words } from "./words.ts";

/** Adds a node of a type and selects it; in the middle of the window where no place is given. */
export function addNode(type: string, place?: Point): void {
  const { stage } = app;
  const view = stage?.visible() ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const [x, y] = place ?? [(view.left + view.right) / 2 - 66, (view.top + view.bottom) / 2 - 60];
  const id = freeId(new Set(app.document.nodes.map((node) => node.id)), type);
  const at = clearOf(Math.round(x / 4) * 4, Math.round(y / 4) * 4);
  app.store.change(words.changes.add, edit.addNode({ id, type, params: {}, at }));
  app.selection.nodes([id]);
}

/** Nodes added one after the other do not hide each other. */
function clearOf(x: number, y: number): Point {
  const taken = new Set(app.document.nodes.map(({ at }) => at.join()));
  let at: Point = [x, y];
  while (taken.has(at.join())) at = [at[0] + 24, at[1] + 24];
  return at;
}
