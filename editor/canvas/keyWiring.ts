import { app } from "../app.ts";
import { focusSoon } from "../focusSoon.ts";
import { announce } from "../heard.ts";
import { nameOf } from "../panels/nameOf.ts";
import { portName, words } from "../words.ts";
import { type End, isSameEnd, still } from "./drag.ts";
import { reveal } from "./reveal.ts";
import type { Stage } from "./stage.ts";
import { dropWire, takeUpAt } from "./wireFlow.ts";

/** A wire drawn by keys: it is held at one port, arrow keys go through those that fit, and the keys come back to that port. */
export interface KeyWiring {
  begin(socket: HTMLElement): void;
  /** What a key means while a wire is held. False where none is. */
  press(key: string): boolean;
  /** Leaves the wire where the focus went elsewhere. */
  left(to: EventTarget | null): void;
}

/** The port that a socket's element stands for. */
export function endOf(socket: HTMLElement): End {
  const [side, port = ""] = (socket.dataset.port ?? "").split(/:(.*)/s);
  const node = socket.closest<HTMLElement>("[data-node]")?.dataset.node ?? "";
  return { node, side: side === "in" ? "in" : "out", port };
}

const nameOfEnd = ({ node, port }: End) => words.heard.place(nameOf(app.document, node), portName(port));

export function createKeyWiring(stage: Stage): KeyWiring {
  let start: HTMLElement | null = null;

  /** Ports that fit, from left to right, from the top down. */
  function fitting(): End[] {
    const { fits } = stage.drag.getState();
    const placed = [...fits].flatMap(([node, keys]) => {
      const [x, y] = stage.places.get(node) ?? [0, 0];
      return [...keys].flatMap((key) => {
        const [side, port = ""] = key.split(/:(.*)/s);
        return side === "in" || side === "out" ? [{ end: { node, side, port } as const, x, y }] : [];
      });
    });
    return placed.sort((a, b) => a.x - b.x || a.y - b.y).map(({ end }) => end);
  }

  function go(step: number): void {
    const ends = fitting();
    const { over } = stage.drag.getState();
    const here = ends.findIndex((end) => over !== null && isSameEnd(end, over));
    const index = here < 0 ? 0 : (here + step + ends.length) % ends.length;
    const end = ends[index];
    if (!end) return;
    stage.drag.setState({ over: { ...end, reason: null } });
    reveal(stage, end.node);
    focusPort(end);
    announce(words.heard.target(nameOfEnd(end), index + 1, ends.length));
  }

  /** The socket of a node that was far is there some frames after that has come into view. */
  function focusPort(end: End): void {
    const selector = `[data-node="${CSS.escape(end.node)}"] [data-port="${CSS.escape(`${end.side}:${end.port}`)}"]`;
    focusSoon(
      () => stage.container.querySelector<HTMLElement>(selector),
      () => {
        const { over } = stage.drag.getState();
        return start !== null && over !== null && isSameEnd(over, end);
      },
    );
  }

  function leave(): void {
    const back = start;
    start = null;
    stage.drag.setState(still);
    announce(words.heard.letGo);
    back?.focus({ preventScroll: true });
  }

  function begin(socket: HTMLElement): void {
    const held = takeUpAt(stage, endOf(socket));
    const { fits } = stage.drag.getState();
    if (fits.size === 0) {
      stage.drag.setState(still);
      announce(words.heard.noFit(nameOfEnd(held)));
      return;
    }
    start = socket;
    announce(words.heard.holding(nameOfEnd(held)));
  }

  function press(key: string): boolean {
    if (!start) return false;
    if (key === "ArrowRight" || key === "ArrowDown") go(1);
    else if (key === "ArrowLeft" || key === "ArrowUp") go(-1);
    else if (key === "Escape") leave();
    else if (key === "Enter" || key === " ") connect();
    return key !== "Tab";
  }

  function connect(): void {
    const { over } = stage.drag.getState();
    if (!over) return;
    const back = start;
    start = null;
    dropWire(stage, over);
    const { refused } = stage;
    const reason = refused.getState()?.reason;
    if (reason !== undefined) announce(reason);
    back?.focus({ preventScroll: true });
  }

  return {
    begin,
    press,
    left(to) {
      if (!start || (to instanceof Element && to.closest("[data-port]"))) return;
      start = null;
      stage.drag.setState(still);
    },
  };
}
