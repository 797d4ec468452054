import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { nodeOf } from "../nodeOf.ts";

/** What a person calls a node: its label, else the title of its type, else its id. */
export function nameOf(document: GraphDocument, id: string): string {
  const node = nodeOf(document, id);
  return node?.label ?? app.catalogue[node?.type ?? ""]?.title ?? id;
}
