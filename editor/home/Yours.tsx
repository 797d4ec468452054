import { useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { shelf } from "../kept/shelf.ts";
import { count } from "../numbers.ts";
import { words } from "../words.ts";
import { fits } from "./fits.ts";
import { GraphCard } from "./GraphCard.tsx";

/** Before "all" is asked for: two rows of four. */
const first = 8;

/** One's own graphs, the newest first, and the trash. */
export function Yours({ typed }: { typed: string }) {
  const entries = useStore(shelf, (state) => state.entries);
  const openId = useStore(app.store, ({ id }) => id);
  const [all, setAll] = useState(false);
  const [trash, setTrash] = useState(false);
  if (entries === null) return null;
  const deleted = entries.filter((entry) => entry.deleted !== undefined);
  const inTrash = trash && deleted.length > 0;
  const own = inTrash ? deleted : entries.filter((entry) => entry.deleted === undefined);
  const found = typed === "" ? own : own.filter(({ name }) => fits(typed, name));
  const shown = all || inTrash || typed !== "" ? found : found.slice(0, first);
  if (typed !== "" && found.length === 0) return null;
  return (
    <section aria-labelledby="home-yours">
      <header className="home-section">
        <h2 id="home-yours">{inTrash ? words.trash : words.yours}</h2>
        {inTrash && <span className="aside">{words.trashNote}</span>}
        <span className="gap" />
        {!inTrash && typed === "" && own.length > first && (
          <button type="button" className="home-link" onClick={() => setAll(!all)}>
            {all ? words.fewerGraphs : words.allGraphs(count(own.length))}
          </button>
        )}
        {deleted.length > 0 && (
          <button type="button" className="home-link" onClick={() => setTrash(!inTrash)}>
            {inTrash ? words.backToYours : words.trashCount(count(deleted.length))}
          </button>
        )}
      </header>
      {own.length === 0 && <p className="home-none">{words.noGraphs}</p>}
      <div className="home-grid">
        {shown.map((entry) => (
          <GraphCard key={entry.id} entry={entry} open={entry.id === openId} />
        ))}
      </div>
    </section>
  );
}
