import { words } from "../words.ts";
import type { Action } from "./action.ts";
import { clipboard } from "./clipboard.ts";

/** What lies in the browser's clipboard where the page may look at it, else what was copied here last. */
export async function pasteHeld(wired: boolean): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => "");
  const piece = text && clipboard.holds(text) ? text : clipboard.held;
  if (piece !== null) await clipboard.insertText(piece, wired);
}

export const paste: Action = {
  id: "paste",
  get label() {
    return words.actions.paste;
  },
  shortcut: "Mod+V",
  native: true,
  perform: () => void pasteHeld(true),
};
