import Loader from "lucide-react/icons/loader";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useStore } from "zustand";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import { app } from "../../app.ts";
import { useKeyed } from "../../keyed.ts";
import { count, real, time } from "../../numbers.ts";
import { words } from "../../words.ts";
import { sentence, timeLeft } from "./captions.ts";

const said = words.evolution;

/** Generations a second: whole ones from ten on. */
const rate = (ms: number): string => real(1000 / ms, ms <= 100 ? 0 : 1);

/** 24 px: where the run is, how fast it goes, what it was started with. */
export function RunStatus({ run, node }: { run: EvolutionPicture; node: string }) {
  const { generation, steps, ms, seed, gamma, parents, diverged } = run;
  const state = useKeyed(app.runs.nodes, node)?.state;
  const running = state?.state === "running";
  const wrong = state?.state === "failed" ? state.reason : diverged;
  const status = useStore(app.runs.job, (job) => job.status);
  const speed = [ms > 0 && said.each(time(ms)), ms > 0 && said.rate(rate(ms)), timeLeft(run)].filter(
    (part) => part,
  );
  return (
    <footer className="status-bar">
      <span className={running ? "tone-info" : ""} role="status">
        {running && <Loader size={14} strokeWidth={1.4} aria-hidden />}
        {said.atGeneration(count(generation), count(steps))}
      </span>
      {wrong === null ? (
        <span>{speed.join(", ")}</span>
      ) : (
        <span className="tone-error" role="alert">
          <TriangleAlert size={14} strokeWidth={1.4} aria-hidden />
          {sentence(wrong)}
        </span>
      )}
      <span className="gap" />
      <span>{said.setting(String(seed), String(gamma), count(parents), parents === 1)}</span>
      {status && <span>{words.backends[status.backend] ?? status.backend}</span>}
    </footer>
  );
}
