import { useRef } from "react";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import { count } from "../../numbers.ts";
import { words } from "../../words.ts";
import { nameOfMutation, percent } from "./captions.ts";
import { lanePath } from "./curveLines.ts";
import { useSize } from "./useSize.ts";

const said = words.evolution;
/** px of a lane, and generations that find room whether so many ran or not. */
const [lane, room] = [26, 56];

/** A lane a mutation: by which one the best survivor of each of the last generations came. */
export function Lanes({ run }: { run: EvolutionPicture }) {
  const { mutations, survivors, recent } = run;
  const place = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  const names = mutations.map(nameOfMutation);
  const begun = survivors.length > 0;
  const shares = recent.shares.map((share) => (begun ? percent(share, 1) : said.none));
  const step = Math.max(0, width - 10) / (room - 1);
  const x = (at: number) => 5 + (room - survivors.length + at) * step;
  const y = (at: number) => lane * (at + 0.5);
  const [shown, over] = [survivors.length, Math.max(0, recent.to - recent.from + 1)].map(count);
  return (
    <section className="survivors">
      <header>
        <h3>{said.survived}</h3>
        <span className="aside">{begun && said.lanes(shown ?? "", over ?? "")}</span>
      </header>
      <div className="lanes" style={{ height: lane * mutations.length }}>
        <Labels texts={names} />
        <div ref={place}>
          <svg
            width={width}
            height={lane * mutations.length}
            role="img"
            aria-label={said.lanesLabel(names.map((name, at) => `${name} ${shares[at]}`).join(", "))}
          >
            {mutations.map((mutation, row) => (
              <path
                key={mutation}
                className="lane"
                d={`M5 ${y(row)}H${width - 4}`}
                strokeDasharray={`0 ${step}`}
              />
            ))}
            <path className="lane-way" d={lanePath(survivors, x, y)} />
            {survivors.map((row, at) =>
              row < 0 ? null : (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: a generation is its place
                  key={at}
                  className={at === survivors.length - 1 ? "newest" : ""}
                  cx={x(at)}
                  cy={y(row)}
                  r={Math.max(0, Math.min(4, 0.42 * step))}
                />
              ),
            )}
          </svg>
        </div>
        <Labels texts={shares} />
      </div>
    </section>
  );
}

function Labels({ texts }: { texts: readonly string[] }) {
  return (
    <ul aria-hidden>
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
        <li key={at} style={{ height: lane, lineHeight: `${lane}px` }}>
          {text}
        </li>
      ))}
    </ul>
  );
}
