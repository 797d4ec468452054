import type { EngineEvent } from "../engine/events.ts";

/** Previews handed on in one frame: more would hold the page up. */
const perFrame = 4;

/** What a later event makes an earlier one not worth showing; null for events that all count. */
function supersedes(event: EngineEvent): string | null {
  if (event.kind === "node" || event.kind === "preview") return `${event.kind} ${event.node}`;
  return event.kind === "loading" ? "loading" : null;
}

/**
 * Hands events on in order, a few pictures a frame, so that no task of the page grows long. An event that a later one
 * makes void is left out.
 */
export function pace(
  take: (events: readonly EngineEvent[]) => void,
): (events: readonly EngineEvent[]) => void {
  let waiting: EngineEvent[] = [];
  let due = false;

  function hand(): void {
    due = false;
    const last = new Map(waiting.map((event, index) => [supersedes(event) ?? index, event]));
    const live = waiting.filter((event, index) => last.get(supersedes(event) ?? index) === event);
    let pictures = 0;
    const end = live.findIndex((event) => event.kind === "preview" && ++pictures > perFrame);
    waiting = end < 0 ? [] : live.slice(end);
    take(end < 0 ? live : live.slice(0, end));
    if (waiting.length > 0) plan();
  }

  function plan(): void {
    if (due) return;
    due = true;
    // A hidden page has no frames.
    if (document.visibilityState === "hidden") setTimeout(hand);
    else requestAnimationFrame(hand);
  }

  return (events) => {
    waiting.push(...events);
    plan();
  };
}
