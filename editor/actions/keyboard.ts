import { app } from "../app.ts";
import { openPasted } from "../handing/openPasted.ts";
import { clipboard, selectedPiece } from "./clipboard.ts";
import { removeCopied } from "./cut.ts";
import { actions, perform } from "./index.ts";

const arrows: Readonly<Record<string, string>> = { Left: "←", Right: "→", Up: "↑", Down: "↓" };
const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** A shortcut as its keys are labelled here: `⌘Z`, `Ctrl+Z`. */
export function keysOf(shortcut: string): string {
  const [first = ""] = shortcut.split(" ");
  const named = first.replace("Enter", "↵").replace(/Arrow(\w+)/, (_, way: string) => arrows[way] ?? way);
  if (!mac) return named.replace("Mod", "Ctrl");
  return named.replace("Mod+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥");
}

/** `Mod+Shift+Z` as pressed; a sign that needs Shift to be typed, such as `?`, is itself. */
function pressed(event: KeyboardEvent): string {
  if (event.altKey) return event.ctrlKey || event.metaKey ? "" : `Alt+${event.code.replace("Key", "")}`;
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
/** Arrow keys belong to the canvas while nothing else that knows them has the focus. */
const forCanvas = ({ key, target }: KeyboardEvent): boolean =>
  !key.startsWith("Arrow") ||
  (target instanceof Element && target.matches("body, [data-node], button:not([role])"));

/** The browser's own paste does not tell whether Shift was held. */
let shift = false;

function keyDown(event: KeyboardEvent): void {
  shift = event.shiftKey;
  if (event.defaultPrevented || event.isComposing || !forCanvas(event)) return;
  const keys = pressed(event);
  const action = actions.find(({ shortcut }) => shortcut?.split(" ").includes(keys));
  if (!action || action.native || (typing(event.target) && !action.always)) return;
  if (keys === "Space" && pressedBySpace(event.target)) return;
  event.preventDefault();
  perform(action.id, keys);
}

/** Cut and copy by the browser's own events, so that pieces travel between tabs as text. */
function copied(event: ClipboardEvent): void {
  const piece = selectedPiece();
  if (typing(event.target) || !piece || !getSelection()?.isCollapsed) return;
  event.clipboardData?.setData("text/plain", clipboard.hold(piece));
  event.preventDefault();
  if (event.type === "cut") removeCopied();
}

function pasted(event: ClipboardEvent): void {
  if (typing(event.target)) return;
  if (openPasted(event.clipboardData)) {
    event.preventDefault();
    return;
  }
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!clipboard.holds(text) || !app.surroundings.getState().ready) return;
  event.preventDefault();
  void clipboard.insertText(text, !shift);
}

/** Listens to the keys of all commands. */
export function startKeyboard(): void {
  document.addEventListener("keydown", keyDown);
  document.addEventListener("copy", copied);
  document.addEventListener("cut", copied);
  document.addEventListener("paste", pasted);
}
