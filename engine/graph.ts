/** Graph documents: their types, how they are read and written, and the wire rule. */
export * from "./document.ts";
export { parseGraph, readGraph } from "./parseGraph.ts";
export { serializeGraph } from "./serializeGraph.ts";
export { cycleIn, outputType, wireProblem } from "./wire.ts";
