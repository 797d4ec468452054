import { defineNode, param, port } from "../../engine/node.ts";

export const number = defineNode({
  title: "Number",
  doc: "One number for any numeric params that it is wired to.",
  synonyms: ["value", "constant", "slider", "scalar"],
  icon: "hash",
  inputs: {},
  params: { value: param.real(0, "The number.", { step: 0.1 }) },
  outputs: { value: port("number", "The number.") },
  compute: (_, { value }) => ({ value: { type: "number", value } }),
});
