import type { Plan } from "./plan.ts";

/** The memo keys of a node and of all that follows from it; none where the document lacks the node (SPEC R28). */
export function keysAfter(plan: Plan, node: string): ReadonlySet<string> {
  const keys = new Set(plan.has(node) ? [plan.node(node).key] : []);
  for (const { key, inputs, wiredParams } of plan.order) {
    const sources = [...inputs.values(), ...wiredParams.values()];
    if (sources.some(([id]) => keys.has(plan.node(id).key))) keys.add(key);
  }
  return keys;
}
