/** What dragging a socket does, as a flow of Rete's connection plugin: wire, plug elsewhere, unplug. */
import type { Wire } from "../../engine/document.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { rewire } from "../rewire.ts";
import { wiresOf } from "../wiresOf.ts";
import { words } from "../words.ts";
import { type Dragged, type End, fitting, still, wireBetween } from "./drag.ts";
import { reasonAt } from "./reasonAt.ts";
import type { Point } from "./route.ts";
import type { Stage } from "./stage.ts";
import { wireId } from "./wiring.ts";

/** A socket as the plugin knows it. */
export interface Socket {
  readonly nodeId: string;
  readonly side: "input" | "output";
  readonly key: string;
  readonly element: HTMLElement;
  readonly type: "socket";
}

const endOf = ({ nodeId, side, key }: Socket): End => ({
  node: nodeId,
  side: side === "input" ? "in" : "out",
  port: key,
});

/** Takes a wire up that is held at one end. One that was there comes off at its other end. */
export function takeUp(stage: Stage, held: End, lifted: Wire | null): void {
  const { document } = app;
  const without = lifted ? edit.disconnect(lifted.to)(document) : document;
  const fits = fitting(without, app.catalogue, held);
  stage.drag.setState({ ...still, pointer: stage.pointer(), from: held, lifted, fits });
}

/** Takes a wire up at a port. At a wired input the wire comes off and is held at its source, which is given back. */
export function takeUpAt(stage: Stage, end: End): End {
  const lifted =
    end.side === "in" ? (wiresOf(app.document.wires, end.node).entering.get(end.port) ?? null) : null;
  const held: End = lifted ? { node: lifted.from[0], side: "out", port: lifted.from[1] } : end;
  takeUp(stage, held, lifted);
  return held;
}

function pickUp(stage: Stage, socket: Socket): Socket {
  const held = takeUpAt(stage, endOf(socket));
  return { ...socket, nodeId: held.node, side: held.side === "in" ? "input" : "output", key: held.port };
}

/** True over the table itself: no node there, no bar. */
function isBare([x, y]: Point): boolean {
  const under = document.elementFromPoint(x, y);
  return under !== null && under.closest(".table") !== null && under.closest(".node") === null;
}

/** A lifted wire that was let go is gone; a new one asks which node shall take it up. */
function dropOnNothing(stage: Stage, { from, lifted, pointer }: Dragged): void {
  const at = stage.toScreen(pointer);
  if (lifted) app.store.change(words.changes.disconnect, edit.disconnect(lifted.to));
  else if (from && isBare(at)) app.ask(at, from);
}

/** Lets the wire go at a socket, or where there is none: at the one that it shows to be meant, or on nothing. */
export function dropWire(stage: Stage, at: End | null): void {
  const dragged = stage.drag.getState();
  const { from, over } = dragged;
  const end = at ?? (over?.reason === null ? over : null);
  stage.drag.setState(still);
  if (!from) return;
  if (end) dropAt(stage, dragged, from, end);
  else dropOnNothing(stage, dragged);
}

function dropAt(stage: Stage, dragged: Dragged, from: End, end: End): void {
  const { lifted } = dragged;
  const wire = wireBetween(from, end);
  if (!wire || (lifted && wireId(lifted) === wireId(wire))) return;
  const reason = reasonAt(dragged, end);
  if (reason !== null) stage.refuse(reason);
  else app.store.change(words.changes.connect, rewire.plug(lifted, wire));
}

/** One flow lasts from pointer down to pointer up. */
export function createWireFlow(stage: Stage) {
  let held: Socket | undefined;
  return {
    async pick({ socket, event }: { socket: Socket; event: "up" | "down" }): Promise<void> {
      if (event === "down" && !held) {
        held = pickUp(stage, socket);
        return;
      }
      if (event !== "up" || !held) return;
      held = undefined;
      dropWire(stage, endOf(socket));
    },
    getPickedSocket: () => held,
    drop(): void {
      if (!held) return;
      held = undefined;
      dropWire(stage, null);
    },
  };
}
