import { Fault } from "../fault.ts";

/** Where a list of units is from: the param that faults name, and what has the units. */
interface Source {
  readonly port?: string;
  readonly owner?: string;
}

/**
 * The units that a text such as "3, 17, 40-48" names, in its order and each once; "" names none. Throws Fault where a range
 * runs backwards or there are only `count` units, before a range is written out.
 */
export function parseUnits(text: string, count: number, source: Source = {}): number[] {
  const { port = "units" } = source;
  const found = new Set<number>();
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const [first = 0, last = first] = part.split("-").map(Number);
    if (last < first)
      throw new Fault(`${port}: ${part} runs backwards`, { port, cure: `Write ${last}-${first}.` });
    if (last >= count) throw noUnit(Math.max(first, count), count, source);
    for (let unit = first; unit <= last; unit++) found.add(unit);
  }
  return [...found];
}

/** The same of a list of what to try or to show: "" names all. */
export function unitsOrAll(text: string, count: number): number[] {
  const units = parseUnits(text, count);
  return units.length > 0 ? units : Array.from({ length: count }, (_, unit) => unit);
}

/** 1 for each chosen unit of a layer, else 0: [count]. Throws Fault, about the port, where a unit is not of the layer. */
export function unitAlpha(units: readonly number[], count: number, port = "units"): Float32Array {
  const alpha = new Float32Array(count);
  for (const unit of units) {
    if (unit >= count) throw noUnit(unit, count, { port });
    alpha[unit] = 1;
  }
  return alpha;
}

function noUnit(
  unit: number,
  count: number,
  { port = "units", owner = "the layer has" }: Source = {},
): Fault {
  const last = count === 1 ? "Choose unit 0." : `Choose units from 0 to ${count - 1}.`;
  return new Fault(`there is no unit ${unit}: ${owner} ${count} unit${count === 1 ? "" : "s"}`, {
    port,
    cure: count === 0 ? "There are none to choose." : last,
  });
}

/** The units. Throws Fault where there are none. */
export function requireUnits(units: readonly number[]): readonly number[] {
  if (units.length > 0) return units;
  throw new Fault("the set of units is empty", { port: "units", cure: "Select at least one unit." });
}

/** Throws Fault where there is not one level for each unit. */
export function requireLevels(units: number, levels: number, port: string): void {
  if (levels === units) return;
  throw new Fault(`features have ${units} units, the ${port} ${levels}`, {
    port,
    cure: "Take those of the same layer.",
  });
}
