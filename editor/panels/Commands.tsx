import Terminal from "lucide-react/icons/terminal";
import { useMemo } from "react";
import type { Action } from "../actions/action.ts";
import { actions, perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import { app } from "../app.ts";
import { words } from "../words.ts";
import { fuzzyIndex } from "./fuzzyIndex.ts";
import { type Offer, SearchBox } from "./SearchBox.tsx";

/** The commands that can act on what is open and selected, found by their names. */
export function Commands() {
  const offers = useMemo(offersNow, []);
  return (
    <SearchBox
      className="commands"
      label={words.actions.commands}
      mark={<Terminal size={14} strokeWidth={1.6} aria-hidden />}
      offers={offers}
      none={words.noCommand}
      choose={perform}
      close={() => app.close("commands")}
    />
  );
}

function offersNow(): (text: string) => readonly Offer[] {
  const able = actions.filter(({ id, enabled }) => id !== "commands" && (enabled?.() ?? true));
  const find = fuzzyIndex<Action>(able, {
    label: { weight: 2, text: ({ label }) => label },
    id: { weight: 1, text: ({ id }) => id },
  });
  return (text) => (text.trim() === "" ? able : find(text)).map(offerOf);
}

const offerOf = ({ id, label, shortcut }: Action): Offer => ({
  key: id,
  icon: null,
  label,
  aside: "",
  end: shortcut ? <kbd className="keys">{keysOf(shortcut)}</kbd> : null,
});
