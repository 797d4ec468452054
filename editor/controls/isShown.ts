import type { Param } from "../../engine/param.ts";

/** True where a param of a node that has these values, defaults left out, means something and is to be shown. */
export function isShown(
  { when }: Param,
  params: Readonly<Record<string, Param>>,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return !when || when.is.includes(values[when.param] ?? params[when.param]?.default);
}

/** What the param that decides must be for this one to be shown. */
export const meant = ({ when }: Param): Readonly<Record<string, unknown>> =>
  when ? { [when.param]: when.is[0] } : {};
