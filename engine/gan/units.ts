import { Fault } from "../fault.ts";

/** The units that a text such as "3, 17, 40-48" names, in its order and each once; "" names none. */
export function parseUnits(text: string): number[] {
  const found = new Set<number>();
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    const [first = 0, last = first] = part.split("-").map(Number);
    if (last < first)
      throw new Fault(`units: ${part} runs backwards`, { port: "units", cure: `Write ${last}-${first}.` });
    for (let unit = first; unit <= last; unit++) found.add(unit);
  }
  return [...found];
}

/** 1 for each chosen unit of a layer, else 0: [count]. Throws Fault, about the port, where a unit is not of the layer. */
export function unitAlpha(units: readonly number[], count: number, port = "units"): Float32Array {
  const alpha = new Float32Array(count);
  for (const unit of units) {
    if (unit >= count)
      throw new Fault(`there is no unit ${unit}: the layer has ${count} units`, {
        port,
        cure: `Choose units from 0 to ${count - 1}.`,
      });
    alpha[unit] = 1;
  }
  return alpha;
}
