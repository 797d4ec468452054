/** Changes of frames, pure like those of `edit.ts`. A frame names its nodes; a frame lies in another that names all of these. */
import type { Frame, GraphDocument } from "../engine/document.ts";
import type { Change } from "./document.ts";
import { freeId } from "./edit.ts";

type Ids = ReadonlySet<string>;

const has = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((id) => all.includes(id));

/** The frame that names exactly these nodes. */
export function frameOf({ frames }: GraphDocument, ids: Ids): Frame | undefined {
  return frames.find(({ nodes }) => nodes.length === ids.size && nodes.every((id) => ids.has(id)));
}

/** The frames that name any of these nodes. */
export function framesWith({ frames }: GraphDocument, ids: Ids): readonly Frame[] {
  return frames.filter(({ nodes }) => nodes.some((id) => ids.has(id)));
}

function frameChange(id: string, change: (frame: Frame) => Frame): Change {
  return (document) => {
    const before = document.frames.find((frame) => frame.id === id);
    const after = before && change(before);
    if (!before || after === before) return document;
    return {
      ...document,
      frames: document.frames.map((frame) => (frame === before ? (after as Frame) : frame)),
    };
  };
}

/** Puts a frame round nodes. Frames that would only overlap with it let these nodes go; one round the same nodes stays alone. */
function add(id: string, ids: Ids, label: string): Change {
  return (document) => {
    const nodes = document.nodes.flatMap((node) => (ids.has(node.id) ? [node.id] : []));
    if (nodes.length === 0 || frameOf(document, new Set(nodes))) return document;
    const taken = new Set(document.frames.map((frame) => frame.id));
    const apart = new Set(
      document.frames.filter((frame) => !has(frame.nodes, nodes) && !has(nodes, frame.nodes)),
    );
    const frames = document.frames.map((frame) => (apart.has(frame) ? without(frame, ids) : frame));
    return { ...document, frames: [...frames.filter(isUsed), { id: freeId(taken, id), label, nodes }] };
  };
}

const without = (frame: Frame, ids: Ids): Frame =>
  frame.nodes.some((id) => ids.has(id))
    ? { ...frame, nodes: frame.nodes.filter((id) => !ids.has(id)) }
    : frame;

const isUsed = ({ nodes }: Frame): boolean => nodes.length > 0;

/** Takes a frame away; its nodes stay. */
function remove(id: string): Change {
  return (document) => {
    const frames = document.frames.filter((frame) => frame.id !== id);
    return frames.length === document.frames.length ? document : { ...document, frames };
  };
}

const label = (id: string, text: string): Change =>
  frameChange(id, (frame) => (frame.label === text ? frame : { ...frame, label: text }));

/** Colours a frame; null takes the colour away. */
function color(id: string, name: string | null): Change {
  return frameChange(id, (frame) => {
    const { color: before, ...plain } = frame;
    if ((before ?? null) === name) return frame;
    return name === null ? plain : { ...plain, color: name };
  });
}

/** Puts nodes into a frame, and into those that it lies in. */
function join(id: string, ids: Ids): Change {
  return (document) => {
    const target = document.frames.find((frame) => frame.id === id);
    if (!target) return document;
    const frames = document.frames.map((frame) => {
      if (!has(frame.nodes, target.nodes)) return frame;
      const more = document.nodes.flatMap((node) =>
        ids.has(node.id) && !frame.nodes.includes(node.id) ? [node.id] : [],
      );
      return more.length === 0 ? frame : { ...frame, nodes: [...frame.nodes, ...more] };
    });
    return frames.every((frame, index) => frame === document.frames[index])
      ? document
      : { ...document, frames };
  };
}

/** Takes nodes out of all frames; a frame that is left with none goes. */
function leave(ids: Ids): Change {
  return (document) => {
    if (framesWith(document, ids).length === 0) return document;
    return { ...document, frames: document.frames.map((frame) => without(frame, ids)).filter(isUsed) };
  };
}

export const frameEdit = { add, remove, label, color, join, leave };
