import Check from "lucide-react/icons/check";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { perform } from "../actions/index.ts";
import { app } from "../app.ts";
import { bytes, count, time } from "../numbers.ts";
import { words } from "../words.ts";
import { Troubles } from "./Troubles.tsx";
import { type Tally, useWaiting } from "./useWaiting.ts";

/** What the engine does: how far it is and a way to stop it; else what stands still, and the way there. */
export function JobState() {
  const { running, cancelled, ms, loading, status, broken } = useStore(app.runs.job);
  const tally = useWaiting();
  const slow = useLate(running, 150);
  const troubled = tally.failed + tally.waiting + tally.stopped > 0;
  const idle = !broken && status !== null && !slow && !loading;
  const text = (() => {
    if (broken) return broken;
    if (loading) return words.isLoading(loading.model, bytes(loading.bytes), bytes(loading.of));
    if (!status) return words.starting;
    if (slow) return words.isRunning;
    if (cancelled && tally.stopped === 0) return words.isCancelled;
    return troubled ? inWords(tally) : words.upToDate(time(ms));
  })();
  const bad = broken !== null || (idle && tally.failed > 0);
  return (
    <span className={`job ${bad ? "tone-error" : ""}`} role="status" data-testid="job">
      {idle && !troubled && !cancelled && (
        <Check size={14} strokeWidth={1.8} className="tone-ok" aria-hidden />
      )}
      {bad && <TriangleAlert size={14} strokeWidth={1.4} aria-hidden />}
      {idle && troubled && !(cancelled && tally.stopped === 0) ? <Troubles text={text} /> : text}
      {slow && !loading && <Progress />}
    </span>
  );
}

function inWords({ failed, stopped, waiting }: Tally): string {
  if (failed > 0) return words.failedNodes(failed);
  return stopped > 0 ? words.stoppedNodes(stopped) : words.waitingNodes(waiting);
}

/** Nodes done of those of the job, as a bar and in numbers, and a way to stop. */
function Progress() {
  const done = useStore(app.runs.job, (job) => job.done);
  const of = useStore(app.runs.job, (job) => job.of);
  if (of === 0) return null;
  return (
    <>
      <progress className="job-progress" max={of} value={done} aria-label={words.isRunning} />
      <span className="job-count">{words.progress(count(Math.floor(done)), count(of))}</span>
      <button
        type="button"
        className="link"
        aria-label={words.actions.cancel}
        onClick={() => perform("cancel")}
      >
        {words.cancel}
      </button>
    </>
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
