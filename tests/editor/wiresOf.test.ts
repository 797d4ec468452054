import { describe, expect, it } from "vitest";
import { wiresOf } from "../../editor/wiresOf.ts";

const wire = (from: string, to: string, port = "z") => ({ from: [from, "z"], to: [to, port] }) as const;

describe("the wires of a node", () => {
  const [ab, ac, bc] = [wire("a", "b"), wire("a", "c"), wire("b", "c", "w")];

  it("are those that enter and leave it, by port", () => {
    const { entering, leaving } = wiresOf([ab, ac, bc], "b");
    expect([...entering]).toEqual([["z", ab]]);
    expect([...leaving]).toEqual([["z", [bc]]]);
    expect(wiresOf([ab, ac, bc], "c").entering.size).toBe(2);
    expect(wiresOf([ab], "c").entering.size).toBe(0);
  });

  it("are the same object after a change that is none of theirs, and another one after one that is", () => {
    const before = [ab, ac];
    const [a, b, c] = ["a", "b", "c"].map((node) => wiresOf(before, node));
    const after = [ab, ac, bc];
    expect(wiresOf(after, "a")).toBe(a);
    expect(wiresOf(after, "b")).not.toBe(b);
    expect(wiresOf(after, "c")).not.toBe(c);
  });
});
