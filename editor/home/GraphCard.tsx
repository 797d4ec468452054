import Copy from "lucide-react/icons/copy";
import Pencil from "lucide-react/icons/pencil";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import Trash2 from "lucide-react/icons/trash-2";
import { type KeyboardEvent, useState } from "react";
import type { Icon } from "../icons.ts";
import { duplicateKept, removeKept, renameKept, restoreKept, trashKept } from "../kept/shelf.ts";
import type { Entry } from "../kept/storage.ts";
import { count } from "../numbers.ts";
import { openStored } from "../session.ts";
import { words } from "../words.ts";
import { Silhouette } from "./Silhouette.tsx";
import { useKeptPicture } from "./useKeptPicture.ts";
import { whenText } from "./whenText.ts";

interface Props {
  readonly entry: Entry;
  /** It is what lies under the list. */
  readonly open: boolean;
}

/** One of one's own graphs: picture, name, when, how large, and what can be done with it. */
export function GraphCard({ entry, open }: Props) {
  const { id, name, nodes, at, deleted } = entry;
  const [renaming, setRenaming] = useState(false);
  const inTrash = deleted !== undefined;
  const when = whenText(deleted ?? at, Date.now(), document.documentElement.lang || "en");
  const size = words.nodesCount(count(nodes), nodes === 1);
  return (
    <article className={`home-card own ${open ? "open" : ""}`}>
      <button
        type="button"
        className="own-open"
        aria-label={name}
        aria-description={`${when}, ${size}`}
        aria-current={open ? "true" : undefined}
        disabled={inTrash}
        onClick={() => void openStored(id)}
        onKeyDown={(event) => onKey(event, entry, () => setRenaming(true))}
      >
        <Cover entry={entry} />
        <span className="own-text">
          <strong title={name}>{name}</strong>
          <span>{inTrash ? words.deletedWhen(when) : open ? words.openNow(when) : when}</span>
          <span>{size}</span>
        </span>
      </button>
      {renaming && <NameField entry={entry} done={() => setRenaming(false)} />}
      {inTrash ? <TrashTools entry={entry} /> : <Tools entry={entry} rename={() => setRenaming(true)} />}
    </article>
  );
}

/** Keys on a card, as on a file in any list of files. */
function onKey(event: KeyboardEvent, entry: Entry, rename: () => void): void {
  const trashes = event.key === "Delete" || event.key === "Backspace";
  if (!trashes && event.key !== "F2") return;
  event.preventDefault();
  if (trashes) void trashKept(entry);
  else rename();
}

function Cover({ entry: { id, at, shape } }: { entry: Entry }) {
  const picture = useKeptPicture(id, at);
  return (
    <span className="cover">
      {picture === null ? <Silhouette shape={shape} width={88} height={48} /> : <img src={picture} alt="" />}
    </span>
  );
}

function NameField({ entry, done }: { entry: Entry; done: () => void }) {
  const commit = (typed: string) => {
    const name = typed.trim();
    if (name !== "" && name !== entry.name) void renameKept(entry, name);
    done();
  };
  return (
    <input
      className="own-name"
      aria-label={words.graphName}
      defaultValue={entry.name}
      maxLength={80}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: whoever renames wants to type
      autoFocus
      onFocus={({ target }) => target.select()}
      onBlur={({ target }) => commit(target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key !== "Escape") return;
        // The list stays open: what ends is the renaming.
        event.preventDefault();
        event.stopPropagation();
        done();
      }}
    />
  );
}

function Tools({ entry, rename }: { entry: Entry; rename: () => void }) {
  return (
    <div className="own-tools">
      <Tool icon={Pencil} label={words.renameGraph(entry.name)} act={rename} />
      <Tool icon={Copy} label={words.duplicateGraph(entry.name)} act={() => void duplicateKept(entry)} />
      <Tool icon={Trash2} label={words.remove(entry.name)} act={() => void trashKept(entry)} />
    </div>
  );
}

function TrashTools({ entry }: { entry: Entry }) {
  return (
    <div className="own-tools">
      <Tool icon={RotateCcw} label={words.restore(entry.name)} act={() => void restoreKept(entry)} />
      <Tool icon={Trash2} label={words.removeForGood(entry.name)} act={() => void removeKept(entry)} />
    </div>
  );
}

function Tool({ icon: Icon, label, act }: { icon: Icon; label: string; act: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={act}>
      <Icon size={14} strokeWidth={1.4} aria-hidden />
    </button>
  );
}
