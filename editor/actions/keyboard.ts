import { app } from "../app.ts";
import { openPasted } from "../handing/openPasted.ts";
import { clipboard, selectedPiece } from "./clipboard.ts";
import { actions, perform } from "./index.ts";
import { remove } from "./remove.ts";

const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** A shortcut as its keys are labelled here: `⌘Z`, `Ctrl+Z`. */
export function keysOf(shortcut: string): string {
  const [first = ""] = shortcut.split(" ");
  if (!mac) return first.replace("Mod", "Ctrl").replace("Enter", "↵");
  return first.replace("Mod+", "⌘").replace("Shift+", "⇧").replace("Enter", "↵");
}

/** `Mod+Shift+Z` as pressed; a sign that needs Shift to be typed, such as `?`, is itself. */
function pressed(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const letter = /^[A-Z]$/.test(key) || key.length > 1;
  const mod = (mac ? event.metaKey : event.ctrlKey) ? "Mod+" : "";
  return `${mod}${event.shiftKey && letter ? "Shift+" : ""}${key}`;
}

/** True where keys write a text. */
export const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input:not([type=range]), textarea, select, [contenteditable]");

/** True where Space presses what has the focus. */
const pressedBySpace = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches("button, a, summary, input, [role]");

function keyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const keys = pressed(event);
  const action = actions.find(({ shortcut }) => shortcut?.split(" ").includes(keys));
  if (!action || action.native || (typing(event.target) && !action.always)) return;
  if (keys === "Space" && pressedBySpace(event.target)) return;
  event.preventDefault();
  perform(action.id);
}

/** Cut and copy by the browser's own events, so that pieces travel between tabs as text. */
function copied(event: ClipboardEvent): void {
  const piece = selectedPiece();
  if (typing(event.target) || !piece || !getSelection()?.isCollapsed) return;
  event.clipboardData?.setData("text/plain", clipboard.hold(piece));
  event.preventDefault();
  if (event.type === "cut") remove.perform();
}

function pasted(event: ClipboardEvent): void {
  if (typing(event.target)) return;
  if (openPasted(event.clipboardData)) {
    event.preventDefault();
    return;
  }
  const piece = clipboard.pieceIn(event.clipboardData?.getData("text/plain") ?? "");
  if (!piece || !app.surroundings.getState().ready) return;
  event.preventDefault();
  clipboard.insert(piece);
}

/** Listens to the keys of all commands. */
export function startKeyboard(): void {
  document.addEventListener("keydown", keyDown);
  document.addEventListener("copy", copied);
  document.addEventListener("cut", copied);
  document.addEventListener("paste", pasted);
}
