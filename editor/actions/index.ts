/** Every command of the editor, in the order of the help sheet. */
import { app } from "../app.ts";
import type { Action } from "./action.ts";
import { alignments } from "./alignments.ts";
import { bypass } from "./bypass.ts";
import { cancel } from "./cancel.ts";
import { closeGraph } from "./closeGraph.ts";
import { collapse } from "./collapse.ts";

import { commands } from "./commands.ts";
import { copy } from "./copy.ts";
import { copyLink } from "./copyLink.ts";
import { cut } from "./cut.ts";
import { distributions } from "./distributions.ts";
import { duplicate, duplicateAlone } from "./duplicate.ts";
import { expand } from "./expand.ts";
import { exportGraph } from "./exportGraph.ts";
import { exportPng } from "./exportPng.ts";
import { find } from "./find.ts";
import { findHere } from "./findHere.ts";
import { fit } from "./fit.ts";
import { fitSelection } from "./fitSelection.ts";
import { frame } from "./frame.ts";
import { help } from "./help.ts";
import { hints } from "./hints.ts";
import { importGraph } from "./importGraph.ts";
import { inspect } from "./inspect.ts";
import { language } from "./language.ts";
import { letGo } from "./letGo.ts";
import { lookClosely } from "./lookClosely.ts";
import { newGraph } from "./newGraph.ts";
import { newSeeds } from "./newSeeds.ts";
import { nextGraph } from "./nextGraph.ts";
import { nextTrouble } from "./nextTrouble.ts";
import { nudges } from "./nudges.ts";
import { paste } from "./paste.ts";
import { pasteAlone } from "./pasteAlone.ts";
import { previousGraph } from "./previousGraph.ts";
import { redo } from "./redo.ts";
import { remove } from "./remove.ts";
import { rename } from "./rename.ts";
import { reroute } from "./reroute.ts";
import { run } from "./run.ts";
import { save } from "./save.ts";
import { selectAll } from "./selectAll.ts";
import { selectConnected } from "./selectConnected.ts";
import { share } from "./share.ts";
import { step } from "./step.ts";
import { theme } from "./theme.ts";
import { tidy } from "./tidy.ts";
import { undo } from "./undo.ts";
import { unframe } from "./unframe.ts";
import { versions } from "./versions.ts";

export const actions: readonly Action[] = [
  find,
  findHere,
  commands,
  run,
  step,
  cancel,
  nextTrouble,
  undo,
  redo,
  copy,
  cut,
  paste,
  pasteAlone,
  duplicate,
  duplicateAlone,
  remove,
  rename,
  bypass,
  expand,
  collapse,
  reroute,
  frame,
  unframe,
  selectAll,
  selectConnected,
  ...nudges,
  ...alignments,
  ...distributions,
  tidy,
  newSeeds,
  fit,
  fitSelection,
  inspect,
  lookClosely,
  save,
  versions,
  newGraph,
  nextGraph,
  previousGraph,
  closeGraph,
  share,
  copyLink,
  exportPng,
  exportGraph,
  importGraph,
  theme,
  language,
  help,
  hints,
  letGo,
];

const byId: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.id, action]));

/** The command with this id. Throws for an unknown one. */
export function actionNamed(id: string): Action {
  const action = byId.get(id);
  if (!action) throw new Error(`actions: there is no ${id}`);
  return action;
}

/** True where a command can act now. */
export const canAct = (id: string): boolean => actionNamed(id).enabled?.() ?? true;

/** Performs a command where it can act now; else says why it can't. */
export function perform(id: string, keys?: string): void {
  const action = actionNamed(id);
  if (canAct(id)) {
    action.perform(keys);
    return;
  }
  const why = action.why?.() ?? null;
  if (why !== null) app.say(why);
}
