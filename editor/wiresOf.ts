import type { GraphDocument, Wire } from "../engine/document.ts";
import { recent } from "../engine/recent.ts";

/** The wires that end and start at one node, by port. */
export interface NodeWires {
  readonly entering: ReadonlyMap<string, Wire>;
  readonly leaving: ReadonlyMap<string, readonly Wire[]>;
}

const none: NodeWires = { entering: new Map(), leaving: new Map() };
const index = recent(4, indexed);

/** The wires of a node; the same object in another list of wires that has the same of this node. Worked out once for each list. */
export function wiresOf(wires: GraphDocument["wires"], node: string): NodeWires {
  return index(wires).get(node) ?? none;
}

interface Growing {
  readonly entering: Map<string, Wire>;
  readonly leaving: Map<string, Wire[]>;
}

function indexed(wires: GraphDocument["wires"]): ReadonlyMap<string, NodeWires> {
  const made = new Map<string, Growing>();
  const entry = (node: string): Growing => {
    const there = made.get(node) ?? { entering: new Map(), leaving: new Map() };
    made.set(node, there);
    return there;
  };
  for (const wire of wires) {
    entry(wire.to[0]).entering.set(wire.to[1], wire);
    const { leaving } = entry(wire.from[0]);
    const those = leaving.get(wire.from[1]);
    if (those) those.push(wire);
    else leaving.set(wire.from[1], [wire]);
  }
  const same = (node: string, now: NodeWires): NodeWires => {
    const then = newest.get(node);
    return then && isSame(then, now) ? then : now;
  };
  newest = new Map([...made].map(([node, now]) => [node, same(node, now)]));
  return newest;
}

/** By node, what was worked out last. */
let newest: ReadonlyMap<string, NodeWires> = new Map();

const isSame = (a: NodeWires, b: NodeWires): boolean =>
  a.entering.size === b.entering.size &&
  a.leaving.size === b.leaving.size &&
  [...a.entering].every(([port, wire]) => b.entering.get(port) === wire) &&
  [...a.leaving].every(([port, wires]) => {
    const others = b.leaving.get(port);
    return wires.length === others?.length && wires.every((wire, at) => wire === others[at]);
  });
