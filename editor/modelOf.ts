import type { GraphDocument } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import { nodeOf } from "./nodeOf.ts";
import { wiresOf } from "./wiresOf.ts";

/** The id of the generator whose values reach a node: named by the node itself, else by the nearest before it. */
export function modelOf(document: GraphDocument, catalogue: Catalogue, id: string): string | null {
  const seen = new Set([id]);
  for (const at of seen) {
    const node = nodeOf(document, at);
    const params = Object.entries(catalogue[node?.type ?? ""]?.params ?? {});
    const named = params.find(([, spec]) => spec.kind === "model" && spec.model === "generator");
    if (node && named) return String(node.params[named[0]] ?? named[1].default);
    for (const { from } of wiresOf(document.wires, at).entering.values()) seen.add(from[0]);
  }
  return null;
}
