import type { NodeDefinition } from "../../../engine/node.ts";

/** The param that says where a mark stands on the node's picture; null where there is none. */
export function placeParam(definition: NodeDefinition | undefined): string | null {
  const params = Object.entries(definition?.params ?? {});
  return params.find(([, { kind }]) => kind === "place")?.[0] ?? null;
}
