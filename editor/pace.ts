import type { EngineEvent } from "../engine/events.ts";

/** Previews handed on in one frame: more would hold the page up. */
const perFrame = 4;

/**
 * A job that goes on for longer than `longMs` tells so often, in milliseconds: a frame for each of its nodes would take from the
 * cores what it computes with.
 */
const [longMs, whileLong] = [2000, 100];

/** A hidden page has no frames; it is told so often, in milliseconds. */
const whileHidden = 1000;

/** Events about the same subject replace one another; null for events that all count: of those queued the whole of a job is known. */
function subjectOf(event: EngineEvent): string | null {
  if (event.kind === "node" && event.state.state === "queued") return null;
  if (event.kind === "node" || event.kind === "preview") return `${event.kind} ${event.node}`;
  return event.kind === "job" ? null : event.kind;
}

/**
 * Hands events on in order, a few pictures a frame, so that no task of the page grows long. An event that a later one
 * makes void is left out as soon as that comes: however long no frame does, the newest of each node is all that waits.
 */
export function pace(
  take: (events: readonly EngineEvent[]) => void,
): (events: readonly EngineEvent[]) => void {
  const waiting = new Map<string | EngineEvent, EngineEvent>();
  /** When the job under way began. */
  let began = Infinity;
  let forget: (() => void) | null = null;

  function hand(): void {
    forget = null;
    const handed: EngineEvent[] = [];
    let pictures = 0;
    for (const [subject, event] of waiting) {
      if (event.kind === "preview" && ++pictures > perFrame) break;
      waiting.delete(subject);
      handed.push(event);
    }
    take(handed);
    if (waiting.size > 0) plan({ left: true });
  }

  /** What is left of a frame comes in the next. */
  function plan({ left = false } = {}): void {
    if (forget) return;
    const hidden = document.visibilityState === "hidden";
    if (hidden || (!left && performance.now() - began > longMs)) {
      const timer = setTimeout(hand, hidden ? whileHidden : whileLong);
      forget = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(hand);
      forget = () => cancelAnimationFrame(frame);
    }
  }

  // A frame that was planned does not come any more; a timer would come late.
  document.addEventListener("visibilitychange", () => {
    if (!forget) return;
    forget();
    forget = null;
    plan();
  });

  return (events) => {
    for (const event of events) {
      if (event.kind === "job") began = event.state === "started" ? performance.now() : Infinity;
      const subject = subjectOf(event) ?? event;
      waiting.delete(subject);
      waiting.set(subject, event);
    }
    if (waiting.size > 0) plan();
  };
}
