import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { type Tab, tabs } from "../kept/tabs.ts";
import { closeTab, showTab } from "../session.ts";
import { words } from "../words.ts";
import { GraphName } from "./GraphName.tsx";

/** The graphs that are open; of one alone, its name. The name of the one on show can be written over. */
export function GraphTabs() {
  const all = useStore(tabs, (state) => state.all);
  const active = useStore(app.store, ({ id }) => id);
  const strip = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is on show
  useEffect(() => {
    strip.current?.querySelector(".active")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active, all.length]);
  if (all.length < 2) return <GraphName />;
  return (
    <nav
      ref={strip}
      className="graph-tabs"
      aria-label={words.openGraphs}
      onWheel={({ currentTarget, deltaY }) => currentTarget.scrollBy({ left: deltaY })}
    >
      {all.map((tab) => (
        <div
          key={tab.id}
          className={`graph-tab ${tab.id === active ? "active" : ""}`}
          onAuxClick={({ button }) => button === 1 && void closeTab(tab)}
        >
          {tab.id === active ? <GraphName /> : <Waiting tab={tab} />}
          <button
            type="button"
            className="icon-button close-tab"
            aria-label={words.closeTab(tab.name)}
            title={words.closeTab(tab.name)}
            onClick={() => void closeTab(tab)}
          >
            <X size={12} strokeWidth={1.6} aria-hidden />
          </button>
        </div>
      ))}
    </nav>
  );
}

function Waiting({ tab }: { tab: Tab }) {
  return (
    <button type="button" className="waiting-tab" title={tab.name} onClick={() => void showTab(tab)}>
      {tab.name}
    </button>
  );
}
