/** A graph as ELK lays it out, and the places that come back. Pure: the layout itself runs in a worker. */
import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api.js";
import type { Frame, Wire } from "../../engine/document.ts";
import { around, type Box } from "../box.ts";
import type { Point } from "../edit.ts";
import { fold } from "./fold.ts";

/** A node as it stands: its sockets by height, counted from its top. */
export interface Standing {
  readonly id: string;
  readonly box: Box;
  readonly inputs: ReadonlyMap<string, number>;
  readonly outputs: ReadonlyMap<string, number>;
}

/** Room inside a frame, as its view draws it. */
const padding = "[top=26,left=10,bottom=14,right=10]";

const spacing = {
  "elk.spacing.nodeNode": "20",
  "elk.layered.spacing.nodeNodeBetweenLayers": "40",
  "elk.layered.spacing.edgeNodeBetweenLayers": "18",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "6",
  "elk.spacing.edgeNode": "12",
  "elk.spacing.edgeEdge": "8",
  "elk.spacing.componentComponent": "40",
};

const options = {
  ...spacing,
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.thoroughness": "12",
  "elk.aspectRatio": "1.6",
  "elk.randomSeed": "1",
};

/** Of more nodes than this the places are found in a way that takes less time. */
const many = 200;

/** The wire of the uppermost input is the one to run straight. */
const isFirst = (node: Standing | undefined, port: string): boolean =>
  node?.inputs.keys().next().value === port;

const portId = (node: string, side: "in" | "out", port: string): string => JSON.stringify([node, side, port]);

function elkNode({ id, box, inputs, outputs }: Standing): ElkNode {
  const width = box.right - box.left;
  const ports = (side: "in" | "out", sockets: ReadonlyMap<string, number>) =>
    [...sockets].map(([port, y]) => ({
      id: portId(id, side, port),
      x: side === "in" ? 0 : width,
      y,
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": side === "in" ? "WEST" : "EAST" },
    }));
  return {
    id,
    width,
    height: box.bottom - box.top,
    ports: [...ports("in", inputs), ...ports("out", outputs)],
    layoutOptions: { "elk.portConstraints": "FIXED_POS" },
  };
}

/** The graph for ELK: nodes in the order in which they stand now, frames as nodes that hold others. */
export function elkGraph(
  nodes: readonly Standing[],
  wires: readonly Wire[],
  frames: readonly Frame[],
): ElkNode {
  const order = [...nodes].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  const there = new Map(order.map((node) => [node.id, node]));
  const edges = wires.flatMap((wire, index): ElkExtendedEdge[] => {
    const { from, to } = wire;
    if (!there.get(from[0])?.outputs.has(from[1]) || !there.get(to[0])?.inputs.has(to[1])) return [];
    const ends = { sources: [portId(from[0], "out", from[1])], targets: [portId(to[0], "in", to[1])] };
    const straight = isFirst(there.get(to[0]), to[1]) ? "10" : "1";
    return [
      { id: `wire ${index}`, ...ends, layoutOptions: { "elk.layered.priority.straightness": straight } },
    ];
  });
  const layoutOptions = {
    ...options,
    "elk.layered.nodePlacement.strategy": nodes.length > many ? "BRANDES_KOEPF" : "NETWORK_SIMPLEX",
  };
  return { id: "root", layoutOptions, children: nested(order.map(elkNode), frames), edges };
}

/** Frames, the largest first, each round those of its nodes that are there. */
function nested(nodes: readonly ElkNode[], frames: readonly Frame[]): ElkNode[] {
  const parents = new Map<string, ElkNode>();
  const root: ElkNode[] = [];
  for (const frame of [...frames].sort((a, b) => b.nodes.length - a.nodes.length)) {
    const own = nodes.filter(({ id }) => frame.nodes.includes(id));
    const outer = own[0] && parents.get(own[0].id);
    if (own.length === 0 || own.some(({ id }) => parents.get(id) !== outer)) continue;
    const holder: ElkNode = {
      id: `frame ${frame.id}`,
      children: [],
      layoutOptions: { ...spacing, "elk.padding": padding },
    };
    (outer?.children ?? root).push(holder);
    for (const { id } of own) parents.set(id, holder);
  }
  for (const node of nodes) (parents.get(node.id)?.children ?? root).push(node);
  return root;
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** Where nodes go: as ELK placed them, long rows folded, the upper left corner of all where it was before. */
export function placesIn(graph: ElkNode, nodes: readonly Standing[]): Map<string, Point> {
  const found = new Map<string, Point>();
  const own = new Set(nodes.map(({ id }) => id));
  const walk = ({ children = [] }: ElkNode, x: number, y: number): void => {
    for (const child of children) {
      const at: Point = [x + (child.x ?? 0), y + (child.y ?? 0)];
      if (own.has(child.id)) found.set(child.id, at);
      walk(child, ...at);
    }
  };
  const rows = graph.children ?? [];
  const ways = fold(rows.map(boxOf));
  for (const [index, child] of rows.entries())
    walk({ ...graph, children: [child] }, ...(ways[index] ?? [0, 0]));
  const before = around(nodes.map(({ box }) => box));
  const left = Math.min(...[...found.values()].map(([x]) => x));
  const top = Math.min(...[...found.values()].map(([, y]) => y));
  const to = (value: number, from: number, start: number) => start + Math.round((value - from) / 4) * 4;
  return new Map(
    [...found].map(([id, [x, y]]) => [id, [to(x, left, before?.left ?? 0), to(y, top, before?.top ?? 0)]]),
  );
}
