import CircleX from "lucide-react/icons/circle-x";
import Clock from "lucide-react/icons/clock";
import Loader from "lucide-react/icons/loader";
import Unplug from "lucide-react/icons/unplug";
import Zap from "lucide-react/icons/zap";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { NodeState } from "../../engine/events.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import { perform } from "../actions/index.ts";
import { app } from "../app.ts";
import { goTo } from "../goTo.ts";
import { nodeOf } from "../nodeOf.ts";
import { bytes, count, shape, time } from "../numbers.ts";
import type { NodeRun } from "../runs.ts";
import { useClock } from "../useClock.ts";
import { words } from "../words.ts";

interface Props {
  readonly bypassed: boolean;
  readonly run: NodeRun | undefined;
  readonly definition: NodeDefinition | undefined;
  readonly width: number;
}

/** The last 20 px of a node: state or time left, shape right where there is room. */
export function StatusLine({ bypassed, run, definition, width }: Props) {
  if (bypassed) return <Bypassed />;
  const state = run?.state ?? null;
  const trains = state?.state === "running" && state.of > 1 && definition?.heavy === true;
  const size = sizeOf(state);
  return (
    <footer className="status" title={told(state)}>
      <span className="status-left">
        {definition ? said(state, run?.preview != null) : words.notRunPlaceholder}
      </span>
      {size !== "" && width >= 76 + 7 * size.length && <span className="status-right">{size}</span>}
      {state?.state === "running" && width >= (trains ? 220 : 140) && <Elapsed since={run?.since ?? 0} />}
      {trains && <Turn action="cancel" label={words.pause} />}
      {state?.state === "stopped" && <Turn action="run" label={words.resume} />}
    </footer>
  );
}

/** The shape of a result, else its bytes where it has some. */
function sizeOf(state: NodeState | null): string {
  if (state === null || !("shape" in state)) return "";
  if (state.shape) return shape(state.shape);
  return state.bytes > 0 ? bytes(state.bytes) : "";
}

/** All of it, for a node too narrow to show it. */
function told(state: NodeState | null): string | undefined {
  if (state === null || !("shape" in state)) return undefined;
  const spent = state.state === "cached" ? words.cachedWas(time(state.ms)) : time(state.ms);
  return [spent, state.shape && shape(state.shape), bytes(state.bytes)].filter(Boolean).join(" · ");
}

function Bypassed() {
  return (
    <footer className="status">
      <span className="status-left">
        <Unplug size={12} strokeWidth={1.4} aria-hidden />
        {words.bypassed}
      </span>
    </footer>
  );
}

function said(state: NodeState | null, pictured: boolean): ReactNode {
  switch (state?.state) {
    case undefined:
    case "queued":
      return words.notRun;
    case "running":
      return (
        <span className="tone-info">
          <Loader size={12} strokeWidth={1.6} aria-hidden />
          {state.of > 1 ? words.progress(count(state.done), count(state.of)) : words.running}
        </span>
      );
    case "done":
      return time(state.ms);
    case "cached":
      return (
        <span>
          <Zap size={12} strokeWidth={1.4} aria-hidden />
          {words.cached}
        </span>
      );
    case "failed":
      return (
        <span className="tone-error">
          <CircleX size={12} strokeWidth={1.6} aria-hidden />
          {words.cantRun}
        </span>
      );
    case "blocked":
      return <WaitsFor node={state.on} />;
    case "waits":
      if (!pictured) return words.waitsForRun;
      return (
        <span className="tone-warn">
          <Clock size={12} strokeWidth={1.6} aria-hidden />
          {words.stale}
        </span>
      );
    case "stopped":
      return state.of > 1 ? words.stoppedAt(count(state.done)) : words.stopped;
    default:
      return null;
  }
}

function WaitsFor({ node }: { node: string }) {
  const name = useStore(app.store, ({ document }) => {
    const there = nodeOf(document, node);
    return there?.label ?? (there && app.catalogue[there.type]?.title) ?? node;
  });
  return (
    <>
      <span className="waits-for">{words.waitsFor} </span>
      <button
        type="button"
        className="link"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => goTo(node)}
      >
        {name}
      </button>
    </>
  );
}

/** Leaves off or goes on. */
function Turn({ action, label }: { action: "cancel" | "run"; label: string }) {
  return (
    <button
      type="button"
      className="link status-right"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => perform(action)}
    >
      {label}
    </button>
  );
}

function Elapsed({ since }: { since: number }) {
  const now = useClock();
  return <span className="status-right">{time(Math.max(0, Math.round((now - since) / 100) * 100))}</span>;
}
