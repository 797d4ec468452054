import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import StepForward from "lucide-react/icons/step-forward";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import { app } from "../../app.ts";
import { useKeyed } from "../../keyed.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { Switch } from "./Switch.tsx";

const said = words.evolution;

/** Pause or go on, one generation, the pace; how far it has come. */
export function ControlBar({ run, node }: { run: EvolutionPicture; node: string }) {
  const { generation, steps, diverged } = run;
  const running = useKeyed(app.runs.nodes, node)?.state?.state === "running";
  const pace = useStore(app.runs.job, (job) => job.pace);
  const begun = running || generation > 0;
  const over = !running && (generation >= steps || diverged !== null);
  const button = useRef<HTMLButtonElement>(null);
  // After the window's sheet has opened, which takes the focus itself.
  useEffect(() => {
    const frame = requestAnimationFrame(() => button.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const Icon = running ? Pause : Play;
  const why = over ? (diverged ?? said.allDone) : undefined;
  return (
    <div className="control-bar">
      <button
        ref={button}
        type="button"
        className={`button ${over ? "outlined" : "primary"} go-on`}
        disabled={over}
        title={why}
        onClick={() => (running ? app.engine?.cancel() : app.engine?.runAll())}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
        {running ? said.pause : over ? ended(run) : generation > 0 ? said.resume : said.start}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={said.step}
        title={why ?? (running ? said.stepPauses : said.step)}
        disabled={over}
        onClick={() => app.engine?.runAll({ pace: "step" })}
      >
        <StepForward size={16} strokeWidth={1.4} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={said.restart}
        title={said.restartTip}
        disabled={!begun}
        onClick={() => app.engine?.runAll({ restart: node })}
      >
        <RotateCcw size={16} strokeWidth={1.4} aria-hidden />
      </button>
      <Switch
        label={said.paceLabel}
        options={said.paces}
        tips={said.paceTips}
        value={pace}
        set={(next) => (running ? app.engine?.runAll({ pace: next }) : app.runs.job.setState({ pace: next }))}
      />
      <div
        className="generations"
        role="progressbar"
        aria-label={said.progress}
        aria-valuemin={0}
        aria-valuemax={steps}
        aria-valuenow={generation}
      >
        <div style={{ width: `${(100 * generation) / Math.max(1, steps)}%` }} />
      </div>
      <p className="done-of">
        <strong>{count(generation)}</strong> {said.generationOf(count(steps))}
      </p>
    </div>
  );
}

const ended = ({ diverged }: EvolutionPicture): string => (diverged === null ? said.finished : said.stopped);
