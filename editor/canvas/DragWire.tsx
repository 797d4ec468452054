import { useEffect } from "react";
import { createPortal } from "react-dom";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { typeOf } from "../typeOf.ts";
import { type End, isSameEnd } from "./drag.ts";
import { familyOf } from "./glyphs.tsx";
import { reasonAt } from "./reasonAt.ts";
import { type Point, pathOf, routeOf } from "./route.ts";
import { socketUnder } from "./socketUnder.ts";
import type { Stage } from "./stage.ts";

/** The wire under the pointer: coloured while it may enter, dashed in the error colour where it may not. */
export function DragWire({ stage, holder }: { stage: Stage; holder: HTMLElement }) {
  const { from, pointer, over } = useStore(stage.drag);
  const asked = useStore(app.surroundings, (state) => (state.open === "finder" ? state.asked : null));
  useStore(stage.transform);
  useEffect(() => followPointer(stage), [stage]);
  const held = from ?? asked?.from;
  if (!held) return null;
  const snapped = over && over.reason === null ? stage.wiring.socket(over.node, over.side, over.port) : null;
  const loose = from || !asked ? (snapped ?? pointer) : stage.toCanvas(...asked.at);
  const refused = over !== null && over.reason !== null;
  return createPortal(<Loose {...{ stage, held, loose, refused }} />, holder);
}

interface LooseProps {
  readonly stage: Stage;
  readonly held: End;
  readonly loose: Point;
  readonly refused: boolean;
}

/** A wire with one end in the air. */
function Loose({ stage, held, loose, refused }: LooseProps) {
  const { node, side, port } = held;
  const fast = stage.wiring.socket(node, side, port);
  if (!fast) return null;
  const [from, to] = side === "out" ? [fast, loose] : [loose, fast];
  const route = routeOf({ id: "", source: "", from, to, lane: 0 });
  const type = side === "out" ? typeOf(app.document, node, port) : inputType(held);
  return (
    <svg className="wires" aria-hidden>
      <g
        className={`wire dragged ${refused ? "refused" : ""}`}
        style={{ color: refused ? "var(--error)" : type ? `var(--${familyOf[type]})` : "var(--edge)" }}
      >
        <path className="wire-line" d={pathOf(route)} />
      </g>
    </svg>
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
    if (!end || isSameEnd(end, from)) stage.drag.setState({ pointer, over: null });
    else if (before.over && isSameEnd(end, before.over)) stage.drag.setState({ pointer });
    else stage.drag.setState({ pointer, over: { ...end, reason: reasonAt(before, end) } });
  };
  window.addEventListener("pointermove", move);
  return () => window.removeEventListener("pointermove", move);
}
