import { app } from "../app.ts";
import { align, type Side, sides } from "../arrange/align.ts";
import { arrange, boxesOf } from "../arrange/arrange.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

const keys = { left: "A", centre: "H", right: "D", top: "W", middle: "V", bottom: "S" } as const;

function alignment(side: Side): Action {
  const id = `align.${side}` as const;
  return {
    id,
    get label() {
      return words.actions[id];
    },
    shortcut: `Alt+${keys[side]}`,
    perform: () => arrange(words.changes.align, align(boxesOf(app.selection.getState().nodes), side)),
    enabled: () => app.selection.getState().nodes.size > 1,
  };
}

/** Bring the selected nodes in line: three sides across, three down. */
export const alignments: readonly Action[] = sides.map(alignment);
