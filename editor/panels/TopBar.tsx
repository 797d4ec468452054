import CircleHelp from "lucide-react/icons/circle-help";
import Download from "lucide-react/icons/download";
import FolderOpen from "lucide-react/icons/folder-open";
import Languages from "lucide-react/icons/languages";
import Play from "lucide-react/icons/play";
import Redo2 from "lucide-react/icons/redo-2";
import Square from "lucide-react/icons/square";
import Undo2 from "lucide-react/icons/undo-2";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { canAct, perform } from "../actions/index.ts";
import { keysOf } from "../actions/keyboard.ts";
import { app } from "../app.ts";
import { undoneImport } from "../imports.ts";
import { sayElsewhere } from "../kept/keeping.ts";
import { words } from "../words.ts";
import { ActionButton } from "./ActionButton.tsx";
import { GraphTabs } from "./GraphTabs.tsx";
import { Logo } from "./Logo.tsx";
import { Share } from "./Share.tsx";
import { ThemeButton } from "./ThemeButton.tsx";
import { useWaiting } from "./useWaiting.ts";

/** 44 px: what is open and whether it is kept, undo; run; handing on, theme, help. */
export function TopBar() {
  useStore(undoneImport);
  const undoable = useStore(app.store, () => canAct("undo"));
  const redoable = useStore(app.store, () => canAct("redo"));
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button home"
        aria-label={words.home}
        title={words.home}
        aria-haspopup="dialog"
        onClick={() => app.show("graphs")}
      >
        <Logo />
      </button>
      <span className="rule" />
      <GraphTabs />
      <Saved />
      <ActionButton id="undo" icon={Undo2} disabled={!undoable} />
      <ActionButton id="redo" icon={Redo2} disabled={!redoable} />
      <span className="gap" />
      <RunButton />
      <span className="rule" />
      <Share />
      <ActionButton id="exportGraph" icon={Download} />
      <ActionButton id="importGraph" icon={FolderOpen} />
      <ActionButton id="language" icon={Languages} />
      <ThemeButton />
      <ActionButton id="help" icon={CircleHelp} />
    </header>
  );
}

function Saved() {
  const saving = useStore(app.surroundings, (state) => state.saving);
  const texts = {
    saved: words.saved,
    saving: words.saving,
    failed: words.unsaved,
    refused: words.savedHere,
    elsewhere: words.isElsewhere,
  };
  return (
    <button
      type="button"
      className={`saved saved-button ${saving}`}
      data-saving={saving}
      title={saving === "elsewhere" ? words.openElsewhere : words.versions}
      aria-haspopup="dialog"
      onClick={() => (saving === "elsewhere" ? sayElsewhere() : app.show("versions"))}
    >
      {texts[saving]}
    </button>
  );
}

/** Quiet, but for when a heavy node waits and has no button of its own to say so. */
function RunButton() {
  const running = useStore(app.runs.job, (job) => job.running);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!running) return setShown(false);
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, [running]);
  const { waiting, unseen } = useWaiting();
  const primary = waiting > 0 && unseen === 0;
  if (shown) {
    return (
      <button
        type="button"
        className="button outlined run"
        title={keysOf("Mod+.")}
        onClick={() => perform("cancel")}
      >
        <Square size={14} strokeWidth={1.6} aria-hidden />
        {words.cancel}
      </button>
    );
  }
  return (
    <button
      type="button"
      className={`button run ${primary ? "primary" : "outlined"}`}
      aria-keyshortcuts="Control+Enter"
      onClick={() => perform("run")}
    >
      <Play size={16} strokeWidth={1.4} aria-hidden />
      {words.run}
      <kbd className="keys" aria-hidden>
        {keysOf("Mod+Enter")}
      </kbd>
    </button>
  );
}
