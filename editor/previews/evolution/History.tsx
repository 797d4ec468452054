import { type KeyboardEvent, useRef } from "react";
import type { EvolutionPicture, SnapshotPicture } from "../../../engine/evolutionPicture.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { coveredOf } from "./captions.ts";
import { bare, SamplesView } from "./SamplesView.tsx";

const said = words.evolution;

interface Props {
  readonly run: EvolutionPicture;
  /** The generation that is looked back at; null is now. */
  readonly back: number | null;
  readonly thumb: number;
  go(generation: number | null): void;
}

/** A strip of earlier generations, the present last. */
export function History({ run, back, thumb, go }: Props) {
  const strip = useRef<HTMLUListElement>(null);
  const modes = run.plane?.modes ?? [];
  const earlier = run.snapshots.filter(({ generation }) => generation < run.generation);
  const now: SnapshotPicture = { generation: run.generation, measured: null, samples: run.samples, modes };
  const shown = [...earlier, now];
  const move = ({ key, target }: KeyboardEvent) => {
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    const items = [...(strip.current?.querySelectorAll("button") ?? [])];
    const next = items[items.indexOf(target as HTMLButtonElement) + by];
    if (by === 0 || !next) return;
    next.focus();
    next.click();
  };
  return (
    <section className="history">
      <div className="history-words">
        <h3>{said.history}</h3>
        <p className="aside">{modes.length > 0 ? said.historyModes : said.historyAlone}</p>
        <p className="aside">{said.historyHint}</p>
      </div>
      <ul ref={strip} onKeyDown={move}>
        {shown.map((snapshot) => {
          const present = snapshot === now;
          const current = present ? back === null : back === snapshot.generation;
          const covered = coveredOf(snapshot.modes, snapshot.measured);
          return (
            <li key={present ? "now" : snapshot.generation}>
              <button
                type="button"
                aria-current={current}
                aria-label={said.snapshot(count(snapshot.generation), covered)}
                onClick={() => go(present ? null : snapshot.generation)}
              >
                <SamplesView
                  samples={snapshot.samples}
                  under={bare(run.plane)}
                  side={thumb}
                  quiet={!current}
                />
                <span>
                  {count(snapshot.generation)}
                  <span>{covered}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
