import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256 } from "../../engine/sha256.ts";

const byNode = (input: string | Uint8Array) => createHash("sha256").update(input).digest("hex");

it("gives the standard's known answers", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

it("agrees with Node's for any bytes and any text", () => {
  const inputs = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(inputs, (input) => {
      expect(sha256(input)).toBe(byNode(input));
    }),
  );
});
