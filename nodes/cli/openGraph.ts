import { readFile } from "node:fs/promises";
import { type GraphDocument, GraphError, readGraph } from "../../engine/graph.ts";
import { catalogue } from "../index.ts";
import { reasonOf, UsageError } from "./usage.ts";

/** Reads and validates a graph file. Throws UsageError with a line `FILE: path: reason` for each problem. */
export async function openGraph(file: string): Promise<GraphDocument> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  });
  try {
    return readGraph(text, catalogue);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const lines = error.problems.map(
      ({ path, reason }) => `${file}: ${path === "" ? "" : `${path}: `}${reason}`,
    );
    throw new UsageError(lines.join("\n"));
  }
}
