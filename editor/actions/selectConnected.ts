import { app } from "../app.ts";
import { connected } from "../connected.ts";
import { words } from "../words.ts";
import type { Action } from "./action.ts";

/** Adds all that the selection depends on and all that depends on it; a wire stands for its two ends. */
export const selectConnected: Action = {
  id: "selectConnected",
  get label() {
    return words.actions.selectConnected;
  },
  shortcut: "Mod+Shift+A",
  perform() {
    const { nodes, wire } = app.selection.getState();
    const [source, , target] = wire === null ? [] : (JSON.parse(wire) as string[]);
    const ends = [source, target].filter((end) => end !== undefined);
    app.selection.nodes(connected(app.document, [...nodes, ...ends]));
  },
  enabled() {
    const { nodes, wire } = app.selection.getState();
    return nodes.size > 0 || wire !== null;
  },
};
