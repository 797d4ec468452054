import { expect, test } from "vitest";
import { truncate } from "../../../engine/gan/truncate.ts";
import { tensor } from "../../../engine/tensor.ts";
import { expectClose } from "../../expectClose.ts";
import known from "./known/truncation.json" with { type: "json" };

const w = tensor(known.node.w.shape, Float32Array.from(known.node.w.data));

test.each(known.node.cases)("gives the published code's w for psi $psi", ({ psi, out }) => {
  expectClose(truncate(w, known.mean.data, psi), out, 1e-6);
});

test("leaves w alone at psi 1 and its input at any psi", () => {
  const before = [...w.data];
  expectClose(truncate(w, known.mean.data, 1), known.node.w, 1e-6);
  truncate(w, known.mean.data, -1);
  expect([...w.data]).toEqual(before);
});
