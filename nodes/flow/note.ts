import { defineNode, param } from "../../engine/node.ts";

export const note = defineNode({
  title: "Note",
  doc: "A text on the canvas, for whoever reads the graph. It is never computed.",
  synonyms: ["comment", "text", "remark", "label", "annotation", "sticky"],
  icon: "sticky-note",
  inputs: {},
  params: { text: param.lines("The text.") },
  outputs: {},
  drawn: "note",
});
