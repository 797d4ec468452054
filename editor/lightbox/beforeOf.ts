import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { paramOnPicture } from "../controls/pictureParam.ts";
import { edit } from "../edit.ts";
import { nodeOf } from "../nodeOf.ts";
import { wiresOf } from "../wiresOf.ts";

/**
 * The document in which a node shows what it showed before: without what is painted on it, else before the last change
 * that its picture may follow from. null where there is none.
 */
export function beforeOf(id: string): GraphDocument | null {
  const { document, past } = app.store.getState();
  const node = nodeOf(document, id);
  const definition = app.catalogue[node?.type ?? ""];
  const painted = definition ? paramOnPicture(definition) : null;
  if (painted !== null)
    return node?.params[painted] === undefined ? null : edit.setParam(id, painted, undefined)(document);
  const now = causes(document, id);
  const step = past.findLast((each) => causes(each.document, id) !== now);
  return step && nodeOf(step.document, id) ? step.document : null;
}

/** All that a node's value follows from, as one text. */
function causes(document: GraphDocument, id: string): string {
  const found: unknown[] = [];
  const seen = new Set([id]);
  for (const at of seen) {
    const { type, params } = nodeOf(document, at) ?? {};
    const entering = [...wiresOf(document.wires, at).entering.values()];
    found.push([at, type, params, entering.map(({ from, to }) => [from, to])]);
    for (const { from } of entering) seen.add(from[0]);
  }
  return JSON.stringify(found);
}
