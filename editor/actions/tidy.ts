import { app } from "../app.ts";
import { arrange, boxesOf } from "../arrange/arrange.ts";
import { around, moved } from "../box.ts";
import { socketAt } from "../canvas/layout.ts";
import type { Point } from "../edit.ts";
import type { Standing } from "../tidy/elkGraph.ts";
import { wiresOf } from "../wiresOf.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Shorter than this, in milliseconds, nothing is said meanwhile. */
const unsaid = 700;

let working = false;

/** The selected nodes, or all where fewer than two are. */
function chosen(): readonly string[] {
  const { nodes } = app.selection.getState();
  return nodes.size > 1 ? [...nodes] : app.document.nodes.map(({ id }) => id);
}

function standing(ids: readonly string[]): Standing[] {
  return [...boxesOf(ids)].flatMap(([id, box]): Standing[] => {
    const layout = app.stage?.wiring.layout(id);
    if (!layout) return [];
    const heights = (side: "in" | "out", ports: Iterable<string>) =>
      new Map(
        [...ports].flatMap((port) => {
          const at = socketAt(layout, side, port);
          return at ? [[port, at[1]] as const] : [];
        }),
      );
    const { entering, leaving } = wiresOf(app.document.wires, id);
    const inputs = [...heights("in", entering.keys())].sort(([, a], [, b]) => a - b);
    return [{ id, box, inputs: new Map(inputs), outputs: heights("out", leaving.keys()) }];
  });
}

/** Brings all into view where all were moved. */
function show(nodes: readonly Standing[], places: ReadonlyMap<string, Point>): void {
  if (nodes.length < app.document.nodes.length) return;
  const boxes = nodes.flatMap(({ id, box }) => {
    const [x = box.left, y = box.top] = places.get(id) ?? [];
    return moved(box, [x - box.left, y - box.top]);
  });
  const all = around(boxes);
  if (all) app.stage?.show(all);
}

async function layOutNow(): Promise<void> {
  const { id, document } = app.store.getState();
  const nodes = standing(chosen());
  const { layOut } = await import("../tidy/layOut.ts");
  const places = await layOut(nodes, document.wires, document.frames);
  if (app.store.getState().id !== id) return;
  arrange(words.changes.tidy, places);
  show(nodes, places);
}

/** Lays the selection out anew, or all, in layers from left to right. */
export const tidy: Action = {
  id: "tidy",
  get label() {
    return words.actions.tidy;
  },
  shortcut: "T",
  perform() {
    working = true;
    const timer = setTimeout(() => app.say(words.tidying), unsaid);
    layOutNow()
      .then(
        () =>
          app.surroundings.getState().notice?.text === words.tidying &&
          app.surroundings.setState({ notice: null }),
        (error) => app.say(words.notTidied(error instanceof Error ? error.message : String(error)), "error"),
      )
      .finally(() => {
        clearTimeout(timer);
        working = false;
      });
  },
  enabled: () => !working && app.document.nodes.length > 1,
};
