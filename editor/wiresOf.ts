import type { GraphDocument, Wire } from "../engine/document.ts";
import { recent } from "../engine/recent.ts";

/** The wires that end and start at one node, by port. */
export interface NodeWires {
  readonly entering: ReadonlyMap<string, Wire>;
  readonly leaving: ReadonlyMap<string, readonly Wire[]>;
}

const none: NodeWires = { entering: new Map(), leaving: new Map() };
const index = recent(4, indexed);

/** The wires of a node. Worked out once for each list of wires. */
export function wiresOf(wires: GraphDocument["wires"], node: string): NodeWires {
  return index(wires).get(node) ?? none;
}

function indexed(wires: GraphDocument["wires"]): Map<string, NodeWires> {
  const index = new Map<string, { entering: Map<string, Wire>; leaving: Map<string, Wire[]> }>();
  const entry = (node: string) => {
    let there = index.get(node);
    if (!there) {
      there = { entering: new Map(), leaving: new Map() };
      index.set(node, there);
    }
    return there;
  };
  for (const wire of wires) {
    entry(wire.to[0]).entering.set(wire.to[1], wire);
    const { leaving } = entry(wire.from[0]);
    const those = leaving.get(wire.from[1]);
    if (those) those.push(wire);
    else leaving.set(wire.from[1], [wire]);
  }
  return index;
}
