import type { Plan, Value } from "./Plan.ts";

/** An operator on values. */
export interface Operation {
  readonly inputs: readonly Value[];
  /** A number that is an attribute. */
  number(name: string, fallback: number): number;
  /** Integers that are one attribute; none where it is left out. */
  integers(name: string): readonly number[];
  /** Integers that are an input. Throws Unplanned where they are not known beforehand. */
  known(at: number): readonly number[];
}

/** Plans an operator. Throws Unplanned for a form of it that it does not know. */
export type Rule = (plan: Plan, operation: Operation) => readonly Value[];

export class Unplanned extends Error {}

/** Leaves a form of an operator that no rule knows to others. */
export function only(holds: boolean, form: string): void {
  if (!holds) throw new Unplanned(form);
}
