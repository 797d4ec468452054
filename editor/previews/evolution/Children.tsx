import type { ChildPicture, EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import { count, real } from "../../numbers.ts";
import { words } from "../../words.ts";
import { nameOfMutation, whySurvives } from "./captions.ts";
import { bare, SamplesView } from "./SamplesView.tsx";
import { slim } from "./useRoom.ts";

const said = words.evolution;

/** So many children stand beside one another with a large picture each; more have small ones. */
const aFew = 3;

/** The children of the last generation: what each makes, how it is judged, which survive, and why in words. */
export function Children({ run, room }: { run: EvolutionPicture; room: number }) {
  const { children, generation, parents } = run;
  const thumb = children.length > aFew ? slim : room;
  return (
    <section className="children">
      <header>
        <h3>{said.children(count(generation))}</h3>
        <span className="aside">{said.sameParent(parents === 1)}</span>
      </header>
      {children.length === 0 ? (
        <p className="aside">{said.noChildren}</p>
      ) : (
        <ul className={thumb === slim ? "slim" : ""}>
          {children.map((child) => (
            <Child key={`${child.parent} ${child.mutation}`} child={child} run={run} thumb={thumb} />
          ))}
        </ul>
      )}
      <p className="why" aria-live="off">
        {whySurvives(run)}
      </p>
    </section>
  );
}

function Child({ child, run, thumb }: { child: ChildPicture; run: EvolutionPicture; thumb: number }) {
  const { mutation, survives, parent, loss, quality, diversity, fitness } = child;
  const fate = survives ? said.survives : said.dropped;
  const judged = run.selection === "fitness" && run.children.length > 1;
  const say = (value: number, digits: number) => (Number.isFinite(value) ? real(value, digits) : said.none);
  return (
    <li className={survives ? "survives" : ""} aria-label={said.child(nameOfMutation(mutation), fate)}>
      <SamplesView samples={child.samples} under={bare(run.plane)} side={thumb} quiet={!survives} />
      <div className="fate">
        <strong>{nameOfMutation(mutation)}</strong>
        <span>{fate}</span>
        {run.parents > 1 && <small>{said.parent(parent + 1)}</small>}
      </div>
      <dl>
        {judged ? (
          <>
            <Figure name={said.quality} value={say(quality, 3)} />
            <Figure name={said.diversity} value={say(diversity, 2)} />
            <Figure name={said.fitness} value={say(fitness, 3)} strong />
          </>
        ) : (
          <Figure name={said.loss} value={say(loss, 3)} />
        )}
      </dl>
    </li>
  );
}

function Figure({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={strong ? "strong" : ""}>{value}</dd>
    </div>
  );
}
