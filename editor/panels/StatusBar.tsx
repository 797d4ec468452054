import Check from "lucide-react/icons/check";
import Cpu from "lucide-react/icons/cpu";
import WifiOff from "lucide-react/icons/wifi-off";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { EngineStatus } from "../../engine/events.ts";
import { app } from "../app.ts";
import { modelOf } from "../modelOf.ts";
import { bytes, count } from "../numbers.ts";
import { words } from "../words.ts";
import { JobState } from "./JobState.tsx";

/** 24 px: what the engine does; how large the graph is; on which model and backend. */
export function StatusBar() {
  const nodes = useStore(app.store, ({ document }) => document.nodes.length);
  const wires = useStore(app.store, ({ document }) => document.wires.length);
  const model = useStore(app.store, ({ document }) => firstModel(document));
  const status = useStore(app.runs.job, (job) => job.status);
  return (
    <footer className="status-bar">
      <JobState />
      <span className="graph-size">{words.size(count(nodes), count(wires), nodes === 1)}</span>
      <Connection />
      <span className="gap" />
      {model && <span className="wide">{model}</span>}
      {status && <BackendBadge status={status} />}
      <Zoom />
    </footer>
  );
}

function Connection() {
  const offline = useStore(app.surroundings, (state) => state.offline);
  return (
    <span className="connection" role="status">
      {offline && (
        <>
          <WifiOff size={14} strokeWidth={1.4} aria-hidden />
          {words.offline}
        </>
      )}
    </span>
  );
}

function firstModel(document: typeof app.document): string | null {
  for (const { id } of document.nodes) {
    const model = modelOf(document, app.catalogue, id);
    if (model !== null) return model;
  }
  return null;
}

function BackendBadge({ status }: { status: EngineStatus }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return;
    const down = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && place.current?.contains(target))) setOpen(false);
    };
    addEventListener("pointerdown", down);
    return () => removeEventListener("pointerdown", down);
  }, [open]);
  const name = words.backends[status.backend] ?? status.backend;
  const memory = words.memoryOf(bytes(status.bytes).replace(/ .B$/, ""), bytes(status.budget));
  const threads = status.backend === "wasm" && status.threads > 0 ? `, ${words.threads(status.threads)}` : "";
  return (
    <span className="backend" ref={place}>
      <button
        type="button"
        aria-label={`${words.backend}: ${name}, ${memory}`}
        title={status.note ?? words.backendNotes[status.backend]}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Cpu size={14} strokeWidth={1.4} aria-hidden />
        {name}
        <span className="wide">, {memory}</span>
      </button>
      {open && (
        <div className="menu backend-menu" role="menu">
          {status.note && <p className="menu-none">{status.note}</p>}
          {status.available.map((backend) => (
            <button
              type="button"
              role="menuitemradio"
              aria-checked={backend === status.backend}
              className="menu-row"
              key={backend}
              onClick={() => {
                setOpen(false);
                void app.engine?.switchTo(backend);
              }}
            >
              <span className="tick">
                {backend === status.backend && <Check size={14} strokeWidth={1.8} aria-hidden />}
              </span>
              <span className="menu-name">
                {words.backends[backend] ?? backend}
                {backend === status.backend && threads}
                <small>{words.backendNotes[backend]}</small>
              </span>
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

function Zoom() {
  const ready = useStore(app.surroundings, (state) => state.ready);
  return ready && app.stage ? <ZoomOf stage={app.stage} /> : null;
}

function ZoomOf({ stage }: { stage: NonNullable<typeof app.stage> }) {
  const zoom = useStore(stage.transform, ({ k }) => Math.round(k * 100));
  return (
    <button
      type="button"
      className="wide zoom"
      title={words.resetZoom}
      aria-label={`${words.zoom(String(zoom))}. ${words.resetZoom}`}
      onClick={() => stage.zoomTo(1)}
    >
      {words.zoom(String(zoom))}
    </button>
  );
}
