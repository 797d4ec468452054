/** The parts of the help sheet. A command that none of them names stands in the last. */
import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { actions } from "./index.ts";

const named: readonly (readonly [keyof typeof words.groups, string])[] = [
  ["graph", "find findHere run step cancel newGraph importGraph save exportGraph exportPng share"],
  ["editing", "undo redo copy cut paste duplicate remove rename frame unframe bypass expand collapse"],
  ["selecting", "selectAll connected letGo nextTrouble fit fitSelection tidy align distribute"],
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
    actions: keyed.filter(({ id }) => ids.split(" ").includes(id)),
  }));
  const placed = new Set(groups.flatMap((group) => group.actions));
  const rest = keyed.filter((action) => !placed.has(action));
  return [...groups, { title: words.groups.other, actions: rest }];
}
