import X from "lucide-react/icons/x";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { useKeptPicture } from "../home/useKeptPicture.ts";
import { whenText } from "../home/whenText.ts";
import { flush } from "../kept/keeping.ts";
import type { Revision } from "../kept/storage.ts";
import { goBackTo } from "../kept/versions.ts";
import { count } from "../numbers.ts";
import { words } from "../words.ts";

/** Earlier states of the open graph, the newest first; one click goes back to any, and nothing is lost by it. */
export function Versions() {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useStore(app.store, (state) => state.id);
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  useEffect(() => {
    sheet.current?.showModal();
    void flush()
      .then(() => app.storage?.revisions(id))
      .then((found = []) => setRevisions(found))
      .catch(() => setRevisions([]));
  }, [id]);
  const close = () => app.surroundings.setState({ open: null });
  const goBack = (revision: Revision) => {
    close();
    void goBackTo(revision);
  };
  return (
    <dialog
      ref={sheet}
      className="versions"
      aria-labelledby="versions-title"
      onClose={close}
      onPointerDown={(event) => event.target === sheet.current && close()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id="versions-title">{words.versions}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <X size={16} strokeWidth={1.4} aria-hidden />
        </button>
      </header>
      {revisions?.length === 0 && <p className="versions-none">{words.noVersions}</p>}
      <ul>
        {revisions?.map((revision) => (
          <li key={revision.id}>
            <button type="button" className="version" onClick={() => goBack(revision)}>
              <VersionCover id={revision.id} />
              <span className="version-text">
                <strong>{clock(revision.at)}</strong>
                <span>{words.versionWhy[revision.why]}</span>
                <span className="aside">
                  {words.nodesCount(count(revision.nodes), revision.nodes === 1)}
                  {revision.name !== app.document.name && `, ${revision.name}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}

/** The day, and of the last days the time, too: several versions may be of one hour. */
function clock(at: number): string {
  const language = document.documentElement.lang || "en";
  const time = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(at);
  const today = new Date(at).toDateString() === new Date().toDateString();
  return today ? time : `${whenText(at, Date.now(), language)}, ${time}`;
}

function VersionCover({ id }: { id: string }) {
  const picture = useKeptPicture(id, id);
  return <span className="version-cover">{picture !== null && <img src={picture} alt="" />}</span>;
}
