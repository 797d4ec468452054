/** Keys on the canvas: from node to node, onto the ports of a node, along them, and wires between them. */
import { typing } from "../actions/keyboard.ts";
import { app } from "../app.ts";
import type { Box } from "../box.ts";
import { edit } from "../edit.ts";
import { words } from "../words.ts";
import { createKeyWiring, endOf, type KeyWiring } from "./keyWiring.ts";
import { nearest, ways } from "./nearest.ts";
import type { Stage } from "./stage.ts";

/** Starts listening. Returns the way out. */
export function startCanvasKeys(stage: Stage): () => void {
  const wiring = createKeyWiring(stage);
  const down = (event: KeyboardEvent) => {
    const { target, ctrlKey, metaKey, shiftKey, isComposing } = event;
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey || isComposing || typing(target))
      return;
    if (!stage.container.contains(target) && target !== document.body) return;
    if (event.altKey ? walk(stage, target, event.key) : pressed(stage, wiring, target, event.key))
      event.preventDefault();
  };
  const left = ({ relatedTarget }: FocusEvent) => wiring.left(relatedTarget);
  // On the way down: a button must not take Enter for a click, nor a command an arrow.
  document.addEventListener("keydown", down, { capture: true });
  stage.container.addEventListener("focusout", left);
  return () => {
    document.removeEventListener("keydown", down, { capture: true });
    stage.container.removeEventListener("focusout", left);
  };
}

function pressed(stage: Stage, wiring: KeyWiring, target: Element, key: string): boolean {
  if (wiring.press(key)) return true;
  const socket = target.closest<HTMLElement>("[data-port]");
  if (!socket) return key.toLowerCase() === "w" && ontoPorts(stage, nodeAt(target));
  if (key === "Enter" || key === " " || key.toLowerCase() === "w") wiring.begin(socket);
  else if (key === "Escape") focusNode(stage, endOf(socket).node);
  else if (key === "Delete" || key === "Backspace") unwire(socket);
  else if (ways[key]) along(socket, key);
  else return false;
  return true;
}

/** The node in which the focus is, else the one that is selected. */
function nodeAt(target: Element): string | undefined {
  const { nodes } = app.selection.getState();
  return (
    target.closest<HTMLElement>("[data-node]")?.dataset.node ?? (nodes.size === 1 ? [...nodes][0] : undefined)
  );
}

const elementOf = (stage: Stage, id: string) =>
  stage.container.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);

function focusNode(stage: Stage, id: string): void {
  stage.sight.show(id);
  elementOf(stage, id)?.focus({ preventScroll: true });
}

function walk(stage: Stage, target: Element, key: string): boolean {
  const way = ways[key];
  if (!way) return false;
  const boxes = new Map<string, Box>();
  for (const { id } of app.document.nodes) {
    const box = stage.boxOf(id);
    if (box) boxes.set(id, box);
  }
  const from = nodeAt(target);
  const next = from === undefined ? boxes.keys().next().value : nearest(boxes, from, way);
  if (next != null) focusNode(stage, next);
  return true;
}

const socketsOf = (node: Element | null, side: string) => [
  ...(node?.querySelectorAll<HTMLElement>(`[data-port^="${side}:"]`) ?? []),
];

function ontoPorts(stage: Stage, id: string | undefined): boolean {
  const node = id === undefined ? null : elementOf(stage, id);
  const first = socketsOf(node, "out")[0] ?? socketsOf(node, "in")[0];
  first?.focus({ preventScroll: true });
  return first !== undefined;
}

/** Up and down along one side of the node, left and right to the other. */
function along(socket: HTMLElement, key: string): void {
  const node = socket.closest("[data-node]");
  const { side } = endOf(socket);
  const own = socketsOf(node, side);
  const [dx, dy] = ways[key] ?? [0, 0];
  const at = own.indexOf(socket);
  const other = socketsOf(node, dx < 0 ? "in" : "out");
  const next = dy === 0 ? other[Math.min(at, other.length - 1)] : own[at + dy];
  next?.focus({ preventScroll: true });
}

function unwire(socket: HTMLElement): void {
  const { node, side, port } = endOf(socket);
  if (side === "in") app.store.change(words.changes.disconnect, edit.disconnect([node, port]));
}
