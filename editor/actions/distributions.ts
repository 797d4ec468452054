import { app } from "../app.ts";
import { arrange, boxesOf } from "../arrange/arrange.ts";
import { type Axis, axes, distribute } from "../arrange/distribute.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

const keys = { horizontal: "X", vertical: "Y" } as const;

function distribution(axis: Axis): Action {
  const id = `distribute.${axis}` as const;
  return {
    id,
    get label() {
      return words.actions[id];
    },
    shortcut: `Alt+${keys[axis]}`,
    perform: () =>
      arrange(words.changes.distribute, distribute(boxesOf(app.selection.getState().nodes), axis)),
    enabled: () => app.selection.getState().nodes.size > 2,
  };
}

/** Make the gaps between the selected nodes equal. */
export const distributions: readonly Action[] = axes.map(distribution);
