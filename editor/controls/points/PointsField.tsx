import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { type CSSProperties, useMemo } from "react";
import { useStore } from "zustand";
import { mostPlanePoints, type PlanePoint, planeReach } from "../../../engine/handPoints.ts";
import { count, real } from "../../numbers.ts";
import { words } from "../../words.ts";
import { EraserSwitch } from "../EraserSwitch.tsx";
import { Tool } from "../Tool.tsx";
import type { Control } from "../useControl.ts";
import { eraserOf, pen, penWidths } from "./pen.ts";
import { type Hand, usePen } from "./usePen.ts";

type Props = Control<readonly PlanePoint[]>;

/** A plane to draw points in: its tools, the square, and a line that says how many there are and where the pen is. */
export function PointsField({ spec, label, value, set, settle, reset }: Props) {
  // No points are the default, which documents leave out.
  const put = (points: readonly PlanePoint[]) =>
    set(points.length > 0 ? points : (spec.default as readonly PlanePoint[]));
  const { hand, on } = usePen({ value, set: put, settle });
  const said = words.plane.points(count(value.length), value.length === 1);
  const full = value.length >= mostPlanePoints;
  return (
    <fieldset
      className="plane-field"
      aria-label={label}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <div className="brush-tools" role="radiogroup" aria-label={label}>
        <Modes />
        <WidthSlider />
        <Tool icon={Trash2} label={words.plane.clear} act={reset} disabled={value.length === 0} />
      </div>
      <div
        className="plane-surface"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the pen is moved by keys, too
        tabIndex={0}
        aria-label={words.plane.surface(said)}
        {...on}
      >
        <Plane points={value} hand={hand} />
      </div>
      <p className="brush-line">
        <span>
          {full ? words.plane.full(count(mostPlanePoints)) : value.length > 0 ? said : words.plane.hint}
        </span>
        <output>{hand && words.plane.place(real(hand.at[0]), real(hand.at[1]))}</output>
      </p>
    </fieldset>
  );
}

function Modes() {
  const erase = useStore(pen, (state) => state.erase);
  return (
    <EraserSwitch
      icon={Pencil}
      draw={words.plane.draw}
      erase={words.plane.erase}
      erases={erase}
      choose={(erases) => pen.setState({ erase: erases })}
    />
  );
}

function WidthSlider() {
  const width = useStore(pen, (state) => state.width);
  const { min, max, step } = penWidths;
  return (
    <>
      <input
        type="range"
        className="slider"
        aria-label={words.plane.width}
        title={words.plane.width}
        {...{ min, max, step }}
        value={width}
        style={{ "--share": (width - min) / (max - min) } as CSSProperties}
        onChange={({ target }) => pen.setState({ width: Number(target.value) })}
      />
      <output className="brush-size pen-width">{real(width, 2)}</output>
    </>
  );
}

/** Hundredths of the plane's measure, up being up. */
const units = 100;
const edge = planeReach * units;
const lines = [-1, 0, 1].map((at) => `M${at * units} ${-edge}V${edge}M${-edge} ${at * units}H${edge}`);

function Plane({ points, hand }: { points: readonly PlanePoint[]; hand: Hand | null }) {
  const dots = useMemo(() => points.map(([x, y]) => `M${x * units} ${-y * units}h0`).join(""), [points]);
  const width = useStore(pen, (state) => state.width);
  return (
    <svg viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`} aria-hidden>
      <path className="plane-lines" d={`${lines[0]}${lines[2]}`} />
      <path className="plane-axes" d={lines[1]} />
      <path className="plane-points" d={dots} />
      {hand && (
        <g className="pen-mark" transform={`translate(${hand.at[0] * units} ${-hand.at[1] * units})`}>
          <circle r={units * (hand.erases ? eraserOf(width) : width / 2)} />
          <path d={hand.erases ? "M-6 0h12" : "M-6 0h12M0 -6v12"} />
        </g>
      )}
    </svg>
  );
}
