import Check from "lucide-react/icons/check";
import Cpu from "lucide-react/icons/cpu";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { EngineStatus } from "../../engine/events.ts";
import { app } from "../app.ts";
import { modelOf } from "../modelOf.ts";
import { bytes, count, time } from "../numbers.ts";
import { words } from "../words.ts";
import { useWaiting } from "./useWaiting.ts";

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
      <span className="gap" />
      {model && <span className="wide">{model}</span>}
      {status && <BackendBadge status={status} />}
      <Zoom />
    </footer>
  );
}

function firstModel(document: typeof app.document): string | null {
  for (const { id } of document.nodes) {
    const model = modelOf(document, app.catalogue, id);
    if (model !== null) return model;
  }
  return null;
}

function JobState() {
  const { running, cancelled, ms, loading, status, broken } = useStore(app.runs.job);
  const { failed, waiting, stopped } = useWaiting();
  const slow = useLate(running, 150);
  const text = (() => {
    if (broken) return broken;
    if (loading) return words.isLoading(loading.model, bytes(loading.bytes), bytes(loading.of));
    if (!status) return words.starting;
    if (slow) return words.isRunning;
    if (cancelled && stopped === 0) return words.isCancelled;
    if (failed > 0) return words.failedNodes(failed);
    if (stopped > 0) return words.stoppedNodes(stopped);
    if (waiting > 0) return words.waitingNodes(waiting);
    return words.upToDate(time(ms));
  })();
  const unfinished = failed + waiting + stopped > 0;
  const well = !broken && status !== null && !slow && !unfinished && !cancelled && !loading;
  return (
    <span className={`job ${broken || failed > 0 ? "tone-error" : ""}`} role="status" data-testid="job">
      {well && <Check size={14} strokeWidth={1.8} className="tone-ok" aria-hidden />}
      {(broken || failed > 0) && <TriangleAlert size={14} strokeWidth={1.4} aria-hidden />}
      {text}
    </span>
  );
}

/** True once `value` has been true for `after` ms. */
function useLate(value: boolean, after: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!value) return setLate(false);
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return late;
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
  const threads = status.backend === "wasm" && status.threads > 0 ? `, ${words.threads(status.threads)}` : "";
  return (
    <span className="backend" ref={place}>
      <button
        type="button"
        aria-label={`${words.backend}: ${name}`}
        title={status.note ?? words.backendNotes[status.backend]}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Cpu size={14} strokeWidth={1.4} aria-hidden />
        {name}
        <span className="wide">
          , {words.memoryOf(bytes(status.bytes).replace(/ .B$/, ""), bytes(status.budget))}
        </span>
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
