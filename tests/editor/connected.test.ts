import { describe, expect, it } from "vitest";
import { connected } from "../../editor/connected.ts";

const wire = (from: string, to: string) => ({ from: [from, "out"], to: [to, "in"] }) as const;
const wires = [wire("a", "b"), wire("b", "c"), wire("b", "d"), wire("e", "d"), wire("x", "y")];

describe("what is connected with a node", () => {
  it("is all that it depends on and all that depends on it", () => {
    expect(connected({ wires }, ["b"])).toEqual(new Set(["b", "a", "c", "d"]));
  });

  it("leaves out what else goes into those behind it", () => {
    expect(connected({ wires }, ["a"]).has("e")).toBe(false);
  });

  it("grows by what hangs on to it when asked again", () => {
    expect(connected({ wires }, connected({ wires }, ["a"])).has("e")).toBe(true);
  });

  it("is the node alone where no wire is", () => {
    expect(connected({ wires }, ["alone"])).toEqual(new Set(["alone"]));
  });
});
