import { useRef } from "react";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { nameOfMutation, percent } from "./captions.ts";
import { toneOf } from "./toneOf.ts";
import { useSize } from "./useSize.ts";

const said = words.evolution;

/** Survivors by mutation over stretches of the run, stacked to a whole; the last mutation stands on the ground. */
export function ShareBars({ run }: { run: EvolutionPicture }) {
  const { mutations, shares } = run;
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  const across = width / Math.max(1, shares.length);
  return (
    <section className="share-bars">
      <header>
        <h3>{said.shares}</h3>
        <ul className="legend">
          {[...mutations].reverse().map((mutation) => (
            <li key={mutation}>
              <i className={`swatch ${toneOf(mutations, mutation)}`} />
              {nameOfMutation(mutation)}
            </li>
          ))}
        </ul>
      </header>
      <div className="framed">
        <div ref={place} className="drawn">
          {shares.length === 0 ? (
            <p className="aside">{said.nothingYet}</p>
          ) : (
            <svg width={width} height={height} role="img" aria-label={said.shares}>
              {shares.map(({ from, to, shares: parts }, at) => {
                let base = height;
                return (
                  <g key={from}>
                    <title>{stretchWords(run, from, to, parts)}</title>
                    {mutations.toReversed().map((mutation) => {
                      const tall = (parts[mutations.indexOf(mutation)] ?? 0) * height;
                      base -= tall;
                      return (
                        <rect
                          key={mutation}
                          className={toneOf(mutations, mutation)}
                          x={at * across}
                          width={Math.max(1, across - 1)}
                          y={base}
                          height={Math.max(0, tall)}
                        />
                      );
                    })}
                  </g>
                );
              })}
            </svg>
          )}
        </div>
        <ul className="scale" aria-hidden>
          <li>100 %</li>
          <li>0 %</li>
        </ul>
      </div>
    </section>
  );
}

function stretchWords(
  { mutations }: EvolutionPicture,
  from: number,
  to: number,
  parts: readonly number[],
): string {
  const named = mutations.map((mutation, at) => `${nameOfMutation(mutation)} ${percent(parts[at] ?? 0, 1)}`);
  return `${words.range(count(from), count(to))}: ${named.join(", ")}`;
}
