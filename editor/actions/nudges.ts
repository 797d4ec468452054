import { app } from "../app.ts";
import { edit, type Point } from "../edit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

const ways = {
  Left: [-1, 0],
  Right: [1, 0],
  Up: [0, -1],
  Down: [0, 1],
} as const satisfies Readonly<Record<string, Point>>;
type Way = keyof typeof ways;

const steps = { small: 4, large: 24 } as const;
/** Nudges further apart than this, in milliseconds, are steps of their own in the history. */
const pause = 1000;

let timer: ReturnType<typeof setTimeout> | undefined;

function nudge([x, y]: Point, by: number): void {
  const { nodes: ids } = app.selection.getState();
  const places = app.document.nodes
    .filter(({ id }) => ids.has(id))
    .map(({ id, at }): [string, Point] => [id, [at[0] + x * by, at[1] + y * by]]);
  app.store.change(words.changes.move, edit.moveNodes(new Map(places)), `move ${[...ids].join()}`);
  clearTimeout(timer);
  timer = setTimeout(app.store.settle, pause);
}

function moving(way: Way): Action {
  const id = `nudge${way}` as const;
  return {
    id,
    get label() {
      return words.actions[id];
    },
    shortcut: `Arrow${way} Shift+Arrow${way}`,
    perform: (keys = "") => nudge(ways[way], keys.startsWith("Shift+") ? steps.large : steps.small),
    enabled: () => app.selection.getState().nodes.size > 0,
  };
}

/** Arrow keys move the selection by a step of the grid, with Shift by a step of the table's dots. */
export const nudges: readonly Action[] = (["Left", "Right", "Up", "Down"] as const).map(moving);
