import X from "lucide-react/icons/x";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { useKeyed } from "../keyed.ts";
import { PreviewView } from "../previews/PreviewView.tsx";
import { words } from "../words.ts";
import { Exports } from "./Exports.tsx";
import { nameOf } from "./nameOf.ts";

const EvolutionScreen = lazy(() =>
  import("../previews/evolution/EvolutionScreen.tsx").then((module) => ({ default: module.EvolutionScreen })),
);

/** px that a chart or table grows to; wider ones only pull apart what belongs together. */
const widest = 1120;

/** One view over the whole window; Esc returns to the graph. */
export function CloseUp({ id }: { id: string }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const document = useStore(app.store, (state) => state.document);
  const preview = useKeyed(app.runs.nodes, id)?.preview;
  const [width, setWidth] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  useEffect(() => {
    const { current } = body;
    if (!current) return;
    const resized = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    resized.observe(current);
    return () => resized.disconnect();
  }, []);
  const close = () => app.surroundings.setState({ closeUp: null });
  return (
    <dialog
      ref={sheet}
      className="close-up"
      aria-labelledby="close-up-title"
      onClose={close}
      onKeyDown={(event) => {
        if (event.key === "Delete" || event.key === "Backspace") event.stopPropagation();
      }}
    >
      {preview?.kind === "evolution" ? (
        <Suspense fallback={<div className="hatch close-up-body" />}>
          <EvolutionScreen run={preview} node={id} close={close} />
        </Suspense>
      ) : (
        <>
          <header>
            <span className="aside">{document.name}</span>
            <h2 id="close-up-title">{nameOf(document, id)}</h2>
            <Exports id={id} />
            <button
              type="button"
              className="icon-button"
              aria-label={words.close}
              title={words.close}
              onClick={close}
            >
              <X size={16} strokeWidth={1.4} aria-hidden />
            </button>
          </header>
          <div className="close-up-body" ref={body}>
            {preview && width > 0 && (
              <div style={{ width: Math.min(widest, width) }}>
                <PreviewView preview={preview} width={Math.min(widest, width)} node={id} full />
              </div>
            )}
          </div>
        </>
      )}
    </dialog>
  );
}
