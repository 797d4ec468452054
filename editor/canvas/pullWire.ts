import type { Wire } from "../../engine/document.ts";
import { type End, still } from "./drag.ts";
import { socketUnder } from "./socketUnder.ts";
import type { Stage } from "./stage.ts";
import { dropWire, takeUp } from "./wireFlow.ts";

interface Pressed {
  readonly clientX: number;
  readonly clientY: number;
}

const slack = 4;

/** From pointer down on a wire: pulling takes the nearer end off, to be plugged elsewhere; dropped on nothing, the wire goes. */
export function pullWire(stage: Stage, wire: Wire, start: Pressed): void {
  let pulled = false;
  const move = (event: PointerEvent) => {
    if (pulled || Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < slack) return;
    pulled = true;
    takeUp(stage, furtherEnd(stage, wire, start), wire);
  };
  const up = (event: PointerEvent) => {
    aborter.abort();
    if (pulled) dropWire(stage, socketUnder(event.clientX, event.clientY, stage.drag.getState()));
  };
  const cancel = () => {
    aborter.abort();
    stage.drag.setState(still);
  };
  const aborter = new AbortController();
  addEventListener("pointermove", move, { signal: aborter.signal, capture: true });
  addEventListener("pointerup", up, { signal: aborter.signal });
  addEventListener("pointercancel", cancel, { signal: aborter.signal });
}

/** The end that stays plugged: the one further from the pointer. */
function furtherEnd(stage: Stage, { from, to }: Wire, { clientX, clientY }: Pressed): End {
  const [x, y] = stage.toCanvas(clientX, clientY);
  const source: End = { node: from[0], side: "out", port: from[1] };
  const target: End = { node: to[0], side: "in", port: to[1] };
  const far = ({ node, side, port }: End) => {
    const at = stage.wiring.socket(node, side, port) ?? [x, y];
    return Math.hypot(at[0] - x, at[1] - y);
  };
  return far(source) < far(target) ? target : source;
}
