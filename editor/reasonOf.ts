import { GraphError } from "../engine/document.ts";
import { ofEngine, words } from "./words.ts";

/** What went wrong, as a text; in a file with the path to it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof GraphError)) return ofEngine(error instanceof Error ? error.message : String(error));
  const [{ path, reason } = { path: "", reason: "" }] = error.problems;
  return path === "" ? ofEngine(reason) : words.at(path, ofEngine(reason));
}
