import { useRef } from "react";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import type { Curve } from "../../../engine/gan/thin.ts";
import { ticksOf } from "../../../nodes/plane/ticks.ts";
import { count, real } from "../../numbers.ts";
import { words } from "../../words.ts";
import { nameOfMutation } from "./captions.ts";
import { type Frame, lastOf, pathOf, reach, xOf, yOf } from "./curveLines.ts";
import { toneOf } from "./toneOf.ts";
import { useSize } from "./useSize.ts";

const said = words.evolution;
/** px below a lowest number that stands on the ground, and for the newest number's dot. */
const room = 5;
/** Share of the height that the names of several curves take. */
const roomForNames = 0.15;

interface Props {
  readonly run: EvolutionPicture;
  /** One alone, or one a mutation. */
  readonly curves: readonly Curve[];
  readonly up: readonly [number, number] | undefined;
  readonly digits: number;
  readonly name: string;
}

/** Curves over the generations, with a scale at the right; the newest number in the accent, or the names of several. */
export function CurveView({ run, curves, up, digits, name }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(place);
  const { mutations, generation } = run;
  const several = curves.length > 1;
  const ends = up ?? reach(curves, several ? roomForNames : 0);
  const frame: Frame = {
    width: Math.max(0, width - room),
    height: Math.max(0, height - 2 * room),
    across: [Math.min(1, generation), Math.max(1, generation)],
    up: ends,
  };
  const last = several ? null : lastOf(curves[0] ?? { at: new Float32Array(), values: new Float32Array() });
  const empty = curves.every((curve) => lastOf(curve) === null);
  const ticks = ticksFor(ends, up !== undefined);
  const whole = ticks.every((tick) => Number.isInteger(tick.at));
  return (
    <div className="framed" title={name}>
      <div ref={place} className="drawn">
        {empty && <p className="aside">{said.nothingYet}</p>}
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={last ? `${name}, ${real(last.value, digits)}` : name}
        >
          <g transform={`translate(0 ${room})`}>
            {ticks.map(({ at }) => (
              <path key={at} className="hairline" d={`M0 ${yOf(frame, at)}H${width}`} />
            ))}
            {curves.map((curve, at) => {
              const mutation = several ? mutations[at] : undefined;
              const tone = mutation ? toneOf(mutations, mutation) : "tone-0";
              return <path key={mutation ?? "alone"} className={`curve ${tone}`} d={pathOf(curve, frame)} />;
            })}
            {last && <circle className="newest" cx={xOf(frame, last.at)} cy={yOf(frame, last.value)} r="4" />}
          </g>
        </svg>
        {several && (
          <ul className="legend over">
            {mutations.toReversed().map((mutation) => (
              <li key={mutation}>
                <svg width="16" height="8" aria-hidden>
                  <path className={`curve ${toneOf(mutations, mutation)}`} d="M0 4H16" />
                </svg>
                {nameOfMutation(mutation)}
              </li>
            ))}
          </ul>
        )}
      </div>
      <ul className="scale" aria-hidden>
        {ticks.map(({ at, said: text }) => (
          <li key={at} className="tick" style={{ top: room + yOf(frame, at) }}>
            {whole ? count(at) : text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Round places on a scale; where its top is known, also that, whether round or not. */
function ticksFor([from, to]: readonly [number, number], known: boolean) {
  const round = ticksOf(from, to, 4);
  if (!known || round.at(-1)?.at === to) return round;
  return [...round.filter(({ at }) => to - at > 0.1 * (to - from)), { at: to, said: count(to) }];
}
