import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { typeOf } from "../typeOf.ts";
import { type End, refusal, wireBetween } from "./drag.ts";
import { familyOf } from "./glyphs.tsx";
import { pathOf, routeOf } from "./route.ts";
import { socketUnder } from "./socketUnder.ts";
import type { Stage } from "./stage.ts";

/** The wire under the pointer: coloured while it may enter, dashed in the error colour where it may not. */
export function DragWire({ stage, holder }: { stage: Stage; holder: HTMLElement }) {
  const { from, pointer, over } = useStore(stage.drag);
  useEffect(() => followPointer(stage), [stage]);
  if (!from) return null;
  const held = stage.wiring.socket(from.node, from.side, from.port);
  if (!held) return null;
  const snapped = over && over.reason === null ? stage.wiring.socket(over.node, over.side, over.port) : null;
  const loose = snapped ?? pointer;
  const [start, end] = from.side === "out" ? [held, loose] : [loose, held];
  const route = routeOf({ id: "", source: "", from: start, to: end, lane: 0 });
  const type = from.side === "out" ? typeOf(app.document, from.node, from.port) : inputType(from);
  const refused = over !== null && over.reason !== null;
  return createPortal(
    <svg
      className={`wire dragged ${refused ? "refused" : ""}`}
      style={{ color: refused ? "var(--error)" : type ? `var(--${familyOf[type]})` : "var(--edge)" }}
      aria-hidden
    >
      <path className="wire-line" d={pathOf(route)} />
    </svg>,
    holder,
  );
}

function inputType({ node, port }: End) {
  const type = app.document.nodes.find(({ id }) => id === node)?.type ?? "";
  return app.catalogue[type]?.inputs[port]?.types[0] ?? "number";
}

/** Says which socket the pointer is over, and why a wire may not enter there. */
function followPointer(stage: Stage): () => void {
  const move = ({ clientX, clientY }: PointerEvent) => {
    const before = stage.drag.getState();
    const { from } = before;
    if (!from) return;
    const pointer = stage.toCanvas(clientX, clientY);
    const end = socketUnder(clientX, clientY, before);
    if (!end || sameSocket(end, from)) stage.drag.setState({ pointer, over: null });
    else if (before.over && sameSocket(end, before.over)) stage.drag.setState({ pointer });
    else stage.drag.setState({ pointer, over: { ...end, reason: reasonAt(stage, end) } });
  };
  window.addEventListener("pointermove", move);
  return () => window.removeEventListener("pointermove", move);
}

const sameSocket = (a: End, b: End): boolean => a.node === b.node && a.side === b.side && a.port === b.port;

function reasonAt(stage: Stage, end: End): string | null {
  const { from, lifted } = stage.drag.getState();
  const wire = from && wireBetween(from, end);
  if (!wire) return end.side === "in" ? "An input takes an output." : "An output goes to an input.";
  const without = lifted ? edit.disconnect(lifted.to)(app.document) : app.document;
  return refusal(without, app.catalogue, wire);
}
