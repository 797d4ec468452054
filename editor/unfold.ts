/** Changes that put several nodes in one's place, or one in theirs; pure, like those of `edit.ts`. */
import type { Frame, GraphDocument, GraphNode, Wire } from "../engine/document.ts";
import type { Collapse, Expansion } from "../engine/expansion.ts";
import type { Change } from "./document.ts";
import { edit, freeId, type Point } from "./edit.ts";

type Ids = ReadonlySet<string>;

/** A corner of the canvas, and how far what lies right of it and what lies under it give way. */
export interface Room {
  readonly right: number;
  readonly bottom: number;
  readonly by: Point;
}

const slack = 8;

/** Moves what lies behind a place right, and what else lies under it down. */
function makeRoom(document: GraphDocument, { right, bottom, by }: Room, staying: Ids): GraphDocument {
  const places = document.nodes.flatMap(({ id, at }): [string, Point][] => {
    if (staying.has(id)) return [];
    if (at[0] >= right - slack) return [[id, [at[0] + by[0], at[1]]]];
    return at[1] >= bottom - slack ? [[id, [at[0], at[1] + by[1]]]] : [];
  });
  return edit.moveNodes(new Map(places))(document);
}

/** Puts an expansion in the place of a node. `added` hears the ids of the new nodes. */
function expand(
  id: string,
  expansion: Expansion,
  room: Room,
  added?: (ids: readonly string[]) => void,
): Change {
  return (document) => {
    const whole = document.nodes.find((node) => node.id === id);
    if (!whole) return document;
    const roomy = makeRoom(document, room, new Set([id]));
    const taken = new Set(document.nodes.map((node) => node.id));
    const ids = new Map<string, string>();
    for (const part of expansion.nodes) {
      const free = freeId(taken, part.id);
      taken.add(free);
      ids.set(part.id, free);
    }
    const own = (part: string) => ids.get(part) ?? part;
    const nodes = expansion.nodes.map((part): GraphNode => {
      const at = [whole.at[0] + part.at[0], whole.at[1] + part.at[1]] as const;
      return { ...part, id: own(part.id), at };
    });
    added?.([...ids.values()]);
    return {
      ...roomy,
      nodes: roomy.nodes.flatMap((node) => (node.id === id ? nodes : [node])),
      wires: [
        ...roomy.wires.flatMap((wire) => throughParts(wire, id, expansion, own)),
        ...expansion.wires.map(
          ({ from, to }): Wire => ({ from: [own(from[0]), from[1]], to: [own(to[0]), to[1]] }),
        ),
      ],
      frames: framesAround(document.frames, id, expansion, own),
    };
  };
}

/** A wire of the document once the node at one of its ends is several. */
function throughParts(
  { from, to }: Wire,
  id: string,
  { inputs, outputs }: Expansion,
  own: (part: string) => string,
): Wire[] {
  const given = from[0] === id ? outputs[from[1]] : undefined;
  const source: Wire["from"] = given ? [own(given[0]), given[1]] : from;
  if (to[0] !== id) return [{ from: source, to }];
  return (inputs[to[1]] ?? []).map(([part, port]) => ({ from: source, to: [own(part), port] }));
}

function framesAround(
  frames: readonly Frame[],
  id: string,
  expansion: Expansion,
  own: (part: string) => string,
): Frame[] {
  const parts = expansion.nodes.map((part) => own(part.id));
  const taken = new Set(frames.map((frame) => frame.id));
  const kept = frames.map((frame) =>
    frame.nodes.includes(id)
      ? { ...frame, nodes: frame.nodes.flatMap((each) => (each === id ? parts : [each])) }
      : frame,
  );
  const made = expansion.frames.map(({ label, nodes }): Frame => {
    const free = freeId(taken, "frame");
    taken.add(free);
    return { id: free, label, nodes: nodes.map(own) };
  });
  return [...kept, ...made];
}

/** Puts one node of a type in the place of those that it stands for. `added` hears its id. */
function collapse(type: string, folded: Collapse, room: Room, added?: (id: string) => void): Change {
  return (document) => {
    const gone = new Set(folded.nodes);
    const old = document.nodes.filter((node) => gone.has(node.id));
    if (old.length === 0 || old.length < gone.size) return document;
    const id = freeId(new Set(document.nodes.map((node) => node.id)), type);
    const at = [
      Math.min(...old.map((node) => node.at[0])),
      Math.min(...old.map((node) => node.at[1])),
    ] as const;
    const kept = makeRoom(document, room, gone);
    const homes = document.frames.filter(({ nodes }) => folded.nodes.every((each) => nodes.includes(each)));
    const entering = Object.entries(folded.inputs).map(([port, from]): Wire => ({ from, to: [id, port] }));
    const leaving = document.wires.flatMap(({ from, to }): Wire[] => {
      if (!gone.has(from[0]) || gone.has(to[0])) return [];
      const port = Object.keys(folded.outputs).find((name) => String(folded.outputs[name]) === String(from));
      return port === undefined ? [] : [{ from: [id, port], to }];
    });
    added?.(id);
    const placed = { ...kept, nodes: [...kept.nodes, { id, type, params: folded.params, at }] };
    const homed = {
      ...placed,
      frames: placed.frames.map((frame) =>
        homes.some((home) => home.id === frame.id && home.nodes.length > gone.size)
          ? { ...frame, nodes: [...frame.nodes, id] }
          : frame,
      ),
    };
    const without = edit.removeNodes(gone)(homed);
    return { ...without, wires: [...without.wires, ...entering, ...leaving] };
  };
}

export const unfold = { expand, collapse };
