import type { GraphDocument } from "../engine/document.ts";
import { ofSample } from "./words.ts";

/** A sample graph with its name, sentence and labels in the language that is spoken now. */
export function sampleInWords(graph: GraphDocument): GraphDocument {
  return {
    ...graph,
    name: ofSample(graph.name),
    about: ofSample(graph.about),
    nodes: graph.nodes.map(labelled),
    frames: graph.frames.map(labelled),
  };
}

const labelled = <T extends { readonly label?: string }>(item: T): T =>
  item.label === undefined ? item : { ...item, label: ofSample(item.label) };
