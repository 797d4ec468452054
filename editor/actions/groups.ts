/** The parts of the help sheet. A command that none of them names stands in the last; `align` means `align.left` and all alike. */
import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { actions } from "./index.ts";

const named: readonly (readonly [keyof typeof words.groups, string])[] = [
  ["graph", "find findHere run step cancel newGraph importGraph save versions exportGraph exportPng share"],
  [
    "editing",
    "undo redo copy cut paste pasteAlone duplicate duplicateAlone remove rename bypass expand collapse reroute newSeeds",
  ],
  ["arranging", "frame unframe nudgeLeft nudgeRight nudgeUp nudgeDown align distribute tidy"],
  ["selecting", "selectAll selectConnected letGo nextTrouble fit fitSelection lookClosely"],
];

export interface Group {
  readonly title: string;
  readonly actions: readonly Action[];
}

/** Commands with keys, by what they are for. */
export function actionGroups(): Group[] {
  const keyed = actions.filter(({ shortcut }) => shortcut !== undefined);
  const groups = named.map(([group, ids]) => ({
    title: words.groups[group],
    actions: keyed.filter(({ id }) => ids.split(" ").includes(id.split(".")[0] ?? id)),
  }));
  const placed = new Set(groups.flatMap((group) => group.actions));
  const rest = keyed.filter((action) => !placed.has(action));
  return [...groups, { title: words.groups.other, actions: rest }];
}
