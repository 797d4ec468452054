import type { NodeDefinition } from "../../engine/node.ts";
import type { Param } from "../../engine/param.ts";

/** Kinds that are set on the picture of the node; their tools take a whole row, without a label. */
const kinds: ReadonlySet<Param["kind"]> = new Set(["strokes"]);

/** True where the param is set on the node's picture. */
export const isOnPicture = (spec: Param): boolean => kinds.has(spec.kind);

/** The param that is set on the node's picture; null where there is none. */
export function paramOnPicture({ params }: NodeDefinition): string | null {
  return Object.keys(params).find((name) => isOnPicture(params[name] as Param)) ?? null;
}

/** Kinds that take a block of their own under the fields, as wide as the node. */
const blocks: ReadonlySet<Param["kind"]> = new Set(["points", "pictures"]);

export const isBlock = (spec: Param): boolean => blocks.has(spec.kind);
