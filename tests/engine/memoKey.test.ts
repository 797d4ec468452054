import { describe, expect, it } from "vitest";
import { planGraph } from "../../engine/plan.ts";
import { sha256 } from "../../engine/sha256.ts";
import { catalogue } from "../../nodes/index.ts";
import { noModels, toyGraph } from "./toys.ts";

function keyOf(csv: string): string {
  const document = toyGraph({ t: ["csvTable", { csv }] }, []);
  return planGraph({ document, catalogue, models: noModels, observed: [{ node: "t" }] }).node("t").key;
}

describe("[R5] the memo key of a long text", () => {
  const long = "a,b\n".repeat(10_000);

  it("is the same for the same text, however often other long texts come between", () => {
    const key = keyOf(long);
    for (let i = 0; i < 20; i++) keyOf(`${long}${i}`);
    expect(keyOf(`${long}`)).toBe(key);
  });

  it("is another where the last letter is, or the text is what a hash of it looks like", () => {
    const keys = [long, `${long}x`, `${long}y`, sha256(long), JSON.stringify({ sha256: sha256(long) })].map(
      keyOf,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
