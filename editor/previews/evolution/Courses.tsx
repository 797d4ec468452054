import { useState } from "react";
import type { EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import type { Curve } from "../../../engine/gan/thin.ts";
import { words } from "../../words.ts";
import { CurveView } from "./CurveView.tsx";
import { Switch } from "./Switch.tsx";

const said = words.evolution;

type Name = keyof typeof said.courses;

/** What is drawn under a name; `up` where the ends are known beforehand. */
interface Drawn {
  readonly curves: readonly Curve[];
  readonly up?: readonly [number, number];
  readonly digits: number;
}

/** How the run went, one measure at a time. */
export function Courses({ run }: { run: EvolutionPicture }) {
  const drawn = drawnOf(run);
  const names = Object.keys(drawn) as Name[];
  const [chosen, choose] = useState<Name | null>(null);
  const name = chosen !== null && drawn[chosen] ? chosen : (names[0] as Name);
  const options = Object.fromEntries(names.map((each) => [each, said.courses[each]])) as Record<Name, string>;
  const tips = said.courseNames as Record<Name, string>;
  const { curves, up, digits } = drawn[name] as Drawn;
  return (
    <section className="courses">
      <header>
        <h3 className="unseen">{said.course}</h3>
        <Switch<Name> label={said.course} options={options} tips={tips} value={name} set={choose} />
      </header>
      <CurveView {...{ run, curves, up, digits }} name={said.courseNames[name]} />
    </section>
  );
}

function drawnOf(run: EvolutionPicture): Partial<Record<Name, Drawn>> {
  const { measured, quality, diversity, discriminatorLoss, gradientNorm, plane, selection } = run;
  const at = Float32Array.from(measured, ({ generation }) => generation);
  const curve = (values: number[]): Curve => ({ at, values: Float32Array.from(values) });
  const modes = plane?.modes.length ?? 0;
  return {
    ...(modes > 0 && {
      modes: { curves: [curve(measured.map((one) => one.modes))], up: [0, modes], digits: 0 },
      highQuality: { curves: [curve(measured.map((one) => 100 * one.highQuality))], up: [0, 100], digits: 0 },
    }),
    ...(selection === "fitness" && {
      quality: { curves: quality, digits: 2 },
      diversity: { curves: diversity, digits: 2 },
    }),
    loss: { curves: [discriminatorLoss], digits: 2 },
    gradient: { curves: [gradientNorm], digits: 2 },
  };
}
