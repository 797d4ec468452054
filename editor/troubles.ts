import type { NodeState } from "../engine/events.ts";
import { app } from "./app.ts";
import { nodeOf } from "./nodeOf.ts";

/** A node that stands still, and why. */
export interface Trouble {
  readonly id: string;
  readonly state: NodeState & { readonly state: "failed" | "waits" | "stopped" };
}

const order = ["failed", "waits", "stopped"];

/** What stands still in the open graph: errors first, then what waits for Run, then what is paused; each in reading order. */
export function troubles(): readonly Trouble[] {
  const found: Trouble[] = [];
  for (const [id, { state }] of app.runs.nodes.entries()) {
    if (state?.state !== "failed" && state?.state !== "waits" && state?.state !== "stopped") continue;
    if (state.state === "stopped" && (state.of <= 1 || !isHeavy(id))) continue;
    found.push({ id, state });
  }
  const at = ({ id }: Trouble) => nodeOf(app.document, id)?.at ?? [0, 0];
  const rank = ({ state }: Trouble) => order.indexOf(state.state);
  return found.sort((a, b) => rank(a) - rank(b) || at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1]);
}

/** What heavy nodes need, or what follows from them, stands still as well, but goes on with them. */
function isHeavy(id: string): boolean {
  const node = nodeOf(app.document, id);
  return node !== undefined && app.catalogue[node.type]?.heavy === true;
}
