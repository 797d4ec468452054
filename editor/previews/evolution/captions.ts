/** What is said of a run of evolution, from its numbers. */
import type { ChildPicture, EvolutionPicture } from "../../../engine/evolutionPicture.ts";
import type { Measured } from "../../../engine/gan/evolution.ts";
import type { Ring } from "../../../engine/plane.ts";
import { count, real } from "../../numbers.ts";
import { ofEngine, words } from "../../words.ts";

export type { EvolutionPicture };

const said = words.evolution;

export const nameOfMutation = (mutation: ChildPicture["mutation"]): string => said.mutations[mutation];

/** A share as a percentage of one digit after the point: `8.5 %`. */
export const percent = (share: number, digits = 0): string => `${(100 * share).toFixed(digits)} %`;

/** `7 of 8 modes`, as measured where it was, else as the samples show; "" where no modes are known. */
export function modesCovered(modes: readonly Ring[], measured: Measured | null = null): string {
  return modes.length === 0 ? "" : said.modes(coveredOf(modes, measured), count(modes.length));
}

/** The number alone: `7`. */
export function coveredOf(modes: readonly Ring[], measured: Measured | null): string {
  if (modes.length === 0) return "";
  return count(measured?.modes ?? modes.filter(({ covered }) => covered).length);
}

/** `7 of 8 modes · heuristic 62 %`: how well it does, and by which mutation most survivors came lately. */
export function summary({
  plane,
  diverged,
  generation,
  recent,
  mutations,
  selection,
}: EvolutionPicture): string {
  if (diverged !== null) return sentence(diverged);
  const most = recent.shares.reduce((best, share, at, all) => (share > (all[best] ?? 0) ? at : best), 0);
  const mutation = mutations[most];
  const survivor =
    generation === 0 || mutation === undefined
      ? ""
      : mutations.length === 1
        ? said.alone(nameOfMutation(mutation))
        : `${nameOfMutation(mutation)} ${percent(recent.shares[most] ?? 0)}${selection === "random" ? said.atRandom : ""}`;
  const parts = [modesCovered(plane?.modes ?? []), survivor].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" · ") : said.generation(count(generation));
}

/** A reason of the engine as a sentence: it begins small and ends without a full stop. */
export function sentence(reason: string): string {
  const said = ofEngine(reason);
  return words.ended(`${said[0]?.toUpperCase() ?? ""}${said.slice(1)}`);
}

/** Seconds that the rest takes, in words; "" where nothing is left or nothing is known. */
export function timeLeft({ steps, generation, ms }: EvolutionPicture): string {
  const seconds = Math.ceil(((steps - generation) * ms) / 1000);
  if (seconds <= 0 || !Number.isFinite(seconds)) return "";
  if (seconds < 100) return said.left(words.measures.seconds(String(seconds)));
  if (seconds < 5400) return said.left(words.measures.minutes(String(Math.round(seconds / 60))));
  return said.left(words.measures.hours((seconds / 3600).toFixed(1)));
}

/** Who survives and why, in one sentence; "" before the first children. */
export function whySurvives({ children, selection, parents }: EvolutionPicture): string {
  const survivors = children.filter(({ survives }) => survives);
  const [first] = survivors;
  if (!first) return "";
  const names = words.measures.list(counted(survivors));
  if (children.length === 1) return said.why.alone(names);
  if (selection === "random") return said.why.random(names, survivors.length > 1);
  if (survivors.length > 1) return said.why.several(names, count(parents));
  return said.why.fittest(names, real(first.fitness, 3), reasonOf(first, children));
}

/** Best in both, or in which of the two: what decided. */
function reasonOf(first: ChildPicture, children: readonly ChildPicture[]): string {
  const best = (of: (child: ChildPicture) => number) => children.every((child) => of(child) <= of(first));
  const [quality, diversity] = [real(first.quality, 3), real(first.diversity, 2)];
  const [good, diverse] = [best((child) => child.quality), best((child) => child.diversity)];
  if (good && diverse) return said.why.both(quality, diversity);
  if (good) return said.why.quality(quality, diversity);
  if (diverse) return said.why.diversity(diversity, quality);
  return said.why.sum(quality, diversity);
}

/** The mutations by name, each once: `minimax`, or of several children `3 minimax`. */
function counted(children: readonly ChildPicture[]): string[] {
  const by = new Map<string, number>();
  for (const { mutation } of children) by.set(mutation, (by.get(mutation) ?? 0) + 1);
  const alone = [...by.values()].every((times) => times === 1);
  return [...by].map(([mutation, times]) => {
    const name = nameOfMutation(mutation as ChildPicture["mutation"]);
    return alone ? name : `${count(times)} ${name}`;
  });
}
