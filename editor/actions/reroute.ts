import type { Wire } from "../../engine/document.ts";
import { app } from "../app.ts";
import { dots } from "../dots.ts";
import type { Point } from "../edit.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Puts a reroute point in the middle of the selected wire. */
export const reroute: Action = {
  id: "reroute",
  get label() {
    return words.actions.reroute;
  },
  shortcut: "R",
  perform() {
    const { wire: id } = app.selection.getState();
    if (id === null) return;
    const wire = wireOf(id);
    const ends = [app.stage?.wiring.socket(wire.from[0], "out", wire.from[1])];
    ends.push(app.stage?.wiring.socket(wire.to[0], "in", wire.to[1]));
    const [a, b] = ends;
    if (a && b) insertDot(id, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
  },
  enabled: () => app.selection.getState().wire !== null,
};

/** Puts a reroute point on a wire, by the id under which it is drawn, and selects it. */
export function insertDot(id: string, at: Point): void {
  const selectDot = (dot: string) => app.selection.nodes([dot]);
  app.store.change(words.changes.reroute, dots.insert(app.catalogue, wireOf(id), at, selectDot));
}

function wireOf(id: string): Wire {
  const [source, output, target, input] = JSON.parse(id) as [string, string, string, string];
  return { from: [source, output], to: [target, input] };
}
