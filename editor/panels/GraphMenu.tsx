import FilePlus2 from "lucide-react/icons/file-plus-2";
import FolderOpen from "lucide-react/icons/folder-open";
import Save from "lucide-react/icons/save";
import Trash2 from "lucide-react/icons/trash-2";
import { useEffect, useRef, useState } from "react";
import { perform } from "../actions/index.ts";
import { app } from "../app.ts";
import { count } from "../numbers.ts";
import { openSample, openStored } from "../session.ts";
import type { Entry } from "../store.ts";
import { words } from "../words.ts";

interface Sample {
  readonly file: string;
  readonly number: string;
  readonly name: string;
}

/** `02-style-mixing.json` as `02` and `Style mixing`. */
function sampleOf(file: string): Sample {
  const [, number = "", rest = file] = /^(\d+)-(.*)\.json$/.exec(file) ?? [];
  const name = rest.replaceAll("-", " ");
  return { file, number, name: `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}` };
}

/** The home of graphs: one's own, newest first, then the samples. */
export function GraphMenu() {
  const [own, setOwn] = useState<readonly Entry[]>([]);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void app.storage?.list().then(setOwn, () => setOwn([]));
    void fetch("/samples/index.json")
      .then((response) => response.json())
      .then(({ graphs }: { graphs: string[] }) => setSamples(graphs.map(sampleOf)))
      .catch(() => setSamples([]));
    menu.current?.querySelector("button")?.focus();
    return closeOutside(menu);
  }, []);
  const remove = async ({ id, name }: Entry) => {
    const kept = await app.storage?.load(id);
    await app.storage?.remove(id);
    setOwn((before) => before.filter((entry) => entry.id !== id));
    const back = () => kept && void app.storage?.save(id, kept);
    app.say(words.deleted(name), "info", { label: words.undo, perform: back });
  };
  return (
    <div className="menu graph-menu" ref={menu} role="menu" aria-label={words.home}>
      <Row icon={FilePlus2} text={words.newGraph} act={() => perform("newGraph")} />
      <Row icon={Save} text={words.actions.save} act={() => perform("save")} />
      <Row icon={FolderOpen} text={words.actions.importGraph} act={() => perform("importGraph")} />
      <p className="menu-title">{words.yours}</p>
      {own.length === 0 && <p className="menu-none">{words.noGraphs}</p>}
      {own.map((entry) => (
        <div className="menu-pair" key={entry.id}>
          <button
            type="button"
            role="menuitem"
            className="menu-row"
            onClick={() => void openStored(entry.id)}
          >
            <span className="menu-name">{entry.name}</span>
            <span className="menu-aside">{words.nodesCount(count(entry.nodes), entry.nodes === 1)}</span>
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={words.remove(entry.name)}
            title={words.remove(entry.name)}
            onClick={() => void remove(entry)}
          >
            <Trash2 size={14} strokeWidth={1.4} aria-hidden />
          </button>
        </div>
      ))}
      <p className="menu-title">{words.course}</p>
      {samples.map(({ file, number, name }) => (
        <button
          type="button"
          role="menuitem"
          className="menu-row"
          key={file}
          onClick={() => void openSample(file)}
        >
          <span className="menu-number">{number}</span>
          <span className="menu-name">{name}</span>
        </button>
      ))}
    </div>
  );
}

function Row({ icon: Icon, text, act }: { icon: typeof FilePlus2; text: string; act: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      className="menu-row"
      onClick={() => {
        app.surroundings.setState({ open: null });
        act();
      }}
    >
      <Icon size={14} strokeWidth={1.4} aria-hidden />
      {text}
    </button>
  );
}

function closeOutside(menu: { readonly current: HTMLElement | null }): () => void {
  const down = ({ target }: PointerEvent) => {
    const inside =
      target instanceof Element && (menu.current?.contains(target) || target.closest(".graph-name, .home"));
    if (!inside) app.surroundings.setState({ open: null });
  };
  addEventListener("pointerdown", down);
  return () => removeEventListener("pointerdown", down);
}
