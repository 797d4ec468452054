import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { words } from "../words.ts";

/** The name of the graph on show, to be written over. */
export function GraphName() {
  const name = useStore(app.store, ({ document }) => document.name);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${name} · ${words.product}`;
  }, [name]);
  const commit = () => {
    const next = typed?.trim();
    if (next) app.store.change(words.changes.rename, edit.rename(next));
    setTyped(null);
  };
  return (
    <div className="graph-name">
      <input
        aria-label={words.graphName}
        value={typed ?? name}
        maxLength={80}
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") setTyped(null);
          if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </div>
  );
}
