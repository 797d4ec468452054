import FolderOpen from "lucide-react/icons/folder-open";
import Languages from "lucide-react/icons/languages";
import Plus from "lucide-react/icons/plus";
import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { actionNamed, perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import { app } from "../app.ts";
import { readShelf } from "../kept/shelf.ts";
import { ActionButton } from "../panels/ActionButton.tsx";
import { Logo } from "../panels/Logo.tsx";
import { NoticeBar } from "../panels/NoticeBar.tsx";
import { ThemeButton } from "../panels/ThemeButton.tsx";
import { words } from "../words.ts";
import { Course } from "./Course.tsx";
import { walkCards } from "./walkCards.ts";
import { Yours } from "./Yours.tsx";

/** Over the whole page: one's own graphs, then the course. Esc returns to what is open. */
export function Home() {
  const sheet = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    sheet.current?.showModal();
    // Whoever opens the list looks for something.
    sheet.current?.querySelector("input")?.focus();
    void readShelf();
  }, []);
  const close = () => app.surroundings.setState({ open: null });
  return (
    <dialog ref={sheet} className="home-page" aria-label={words.home} onClose={close} onKeyDown={keptHere}>
      <header className="home-bar">
        <Logo />
        <strong>{words.product}</strong>
        <span className="gap" />
        <ActionButton id="language" icon={Languages} />
        <ThemeButton />
        <button
          type="button"
          className="icon-button"
          aria-label={words.backToGraph}
          title={words.backToGraph}
          onClick={close}
        >
          <X size={16} strokeWidth={1.4} aria-hidden />
        </button>
      </header>
      <NoticeBar />
      <div className="home-scroll">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go between the buttons in it */}
        <div className="home-inside" onKeyDown={walkCards}>
          <div className="home-top">
            <div>
              <h1>{words.homeTitle}</h1>
              <p>{words.homeAbout}</p>
            </div>
            <SearchField typed={typed} type={setTyped} />
            <span className="home-drop">{words.dropAnywhere}</span>
            <button type="button" className="button outlined" onClick={() => perform("importGraph")}>
              <FolderOpen size={16} strokeWidth={1.4} aria-hidden />
              {words.openGraphFile}
              <kbd className="keys" aria-hidden>
                {keysOf(actionNamed("importGraph").shortcut ?? "")}
              </kbd>
            </button>
            <button type="button" className="button primary" onClick={() => perform("newGraph")}>
              <Plus size={16} strokeWidth={1.8} aria-hidden />
              {words.newGraph}
            </button>
          </div>
          <Yours typed={typed.trim()} />
          <Course typed={typed.trim()} />
          <p className="home-none nothing">{words.noGraphFits}</p>
        </div>
      </div>
    </dialog>
  );
}

/** Keys act here alone, not on the graph beneath; files are opened as everywhere. */
function keptHere(event: KeyboardEvent): void {
  if (!((event.ctrlKey || event.metaKey) && event.key === "o")) event.stopPropagation();
}

/** Enter opens the first that is found. */
function SearchField({ typed, type }: { typed: string; type: (text: string) => void }) {
  return (
    <label className="search home-search">
      <Search size={14} strokeWidth={1.4} aria-hidden />
      <input
        type="search"
        value={typed}
        aria-label={words.searchGraphs}
        placeholder={words.searchGraphs}
        spellCheck={false}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          const card = event.currentTarget
            .closest(".home-inside")
            ?.querySelector<HTMLElement>(".own-open:enabled, .lesson");
          if (event.key === "ArrowDown") card?.focus();
          else if (event.key === "Enter" && typed.trim() !== "") card?.click();
          else if (event.key === "Escape" && typed !== "") type("");
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </label>
  );
}
