/** What the class ids of a segmentation stand for. */
import { Fault } from "../fault.ts";
import type { Segmentation } from "../values.ts";

export interface Concept {
  readonly id: number;
  readonly name: string;
}

/** Names of classes without their pixels: what stays the same from chunk to chunk. */
export type ClassNames = Pick<Segmentation, "classes" | "ignore">;

export const namesOf = ({ classes, ignore }: ClassNames): ClassNames => ({ classes, ignore });

/**
 * The concepts, by class id: the segmenter's classes but those its card ignores. A fed segmentation has concepts named by
 * their number, from 1 to `highest` (0 is no class).
 */
export function conceptsOf({ classes, ignore }: ClassNames, highest: number): Concept[] {
  const ignored = new Set(ignore);
  const all = classes
    ? classes.map((name, id) => ({ id, name }))
    : Array.from({ length: Math.max(0, highest) }, (_, i) => ({ id: i + 1, name: String(i + 1) }));
  return all.filter(({ id }) => !ignored.has(id));
}

/**
 * The class id of the concept called `name`: of a fed segmentation, whose concepts are numbers, any from 1 on. Throws Fault
 * with the concepts there are.
 */
export function conceptId(names: ClassNames, name: string, port = "concept"): number {
  if (names.classes === null && /^[1-9]\d*$/.test(name)) return Number(name);
  const concepts = conceptsOf(names, 0);
  const found = concepts.find((concept) => concept.name === name);
  if (found) return found.id;
  throw new Fault(name === "" ? "no concept is chosen" : `there is no concept "${name}"`, {
    port,
    cure:
      names.classes === null
        ? "Classes have no names here: write a number from 1 on."
        : concepts.length > 0
          ? `Choose one of ${concepts.map((concept) => concept.name).join(", ")}.`
          : "Its card ignores every class.",
  });
}

/** Throws Fault where two segmentations name other classes: their ids can't be compared. */
export function requireSameClasses(a: ClassNames, b: ClassNames, names: readonly [string, string]): void {
  if (a.classes === null || b.classes === null || a.classes.join("\n") === b.classes.join("\n")) return;
  throw new Fault(
    `${names[0]} and ${names[1]} differ in classes: ${a.classes.length} and ${b.classes.length}`,
    {
      port: names[1],
      cure: "Segment both with the same model.",
    },
  );
}

/** More than any segmentation network has; a larger id is a mistake that would take all memory. */
export const mostClasses = 2048;

/** How many class ids must be counted: those that have names, else up to the largest there is. Throws Fault for absurdly many. */
export function classCount({ classes }: ClassNames, ids: ArrayLike<number>, port: string): number {
  const count = classes?.length ?? highestId(ids) + 1;
  if (count <= mostClasses) return count;
  throw new Fault(`${port} holds class id ${count - 1}, at most ${mostClasses} classes can be counted`, {
    port,
    cure: "Give class ids from 0 on, without gaps.",
  });
}

/** The largest id; -1 where there is none. */
export function highestId(ids: ArrayLike<number>): number {
  let highest = -1;
  for (let i = 0; i < ids.length; i++) highest = Math.max(highest, ids[i] as number);
  return highest;
}
