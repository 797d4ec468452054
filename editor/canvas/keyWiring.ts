import { app } from "../app.ts";
import { announce } from "../heard.ts";
import { nameOf } from "../panels/nameOf.ts";
import { portName, words } from "../words.ts";
import { type End, still } from "./drag.ts";
import { reveal } from "./reveal.ts";
import type { Stage } from "./stage.ts";
import { dropWire, takeUpAt } from "./wireFlow.ts";

/** A wire drawn by keys: it is held at one port, arrow keys go through those that fit. */
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

  /** From left to right, from the top down. */
  function fitting(): HTMLElement[] {
    const { fits } = stage.drag.getState();
    const sockets = [...stage.container.querySelectorAll<HTMLElement>("[data-port]")];
    const placed = sockets.flatMap((socket) => {
      const { node, side, port } = endOf(socket);
      const [x, y] = stage.places.get(node) ?? [0, 0];
      return fits.get(node)?.has(`${side}:${port}`) ? [{ socket, x, y }] : [];
    });
    return placed.sort((a, b) => a.x - b.x || a.y - b.y).map(({ socket }) => socket);
  }

  function go(step: number): void {
    const sockets = fitting();
    const here = sockets.findIndex((socket) => socket === document.activeElement);
    const index = here < 0 ? 0 : (here + step + sockets.length) % sockets.length;
    const socket = sockets[index];
    if (!socket) return;
    const end = endOf(socket);
    stage.drag.setState({ over: { ...end, reason: null } });
    reveal(stage, end.node);
    socket.focus({ preventScroll: true });
    announce(words.heard.target(nameOfEnd(end), index + 1, sockets.length));
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
    const socket = document.activeElement;
    if (!(socket instanceof HTMLElement) || socket === start) return;
    start = null;
    dropWire(stage, endOf(socket));
    const { refused } = stage;
    const reason = refused.getState()?.reason;
    if (reason !== undefined) announce(reason);
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
