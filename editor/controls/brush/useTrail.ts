import { useEffect } from "react";
import { useStore } from "zustand";
import type { Param } from "../../../engine/param.ts";
import type { Preview } from "../../../engine/preview.ts";
import type { Stroke } from "../../../engine/strokes.ts";
import { app } from "../../app.ts";
import { useKeyed } from "../../keyed.ts";
import { pictured, smallPicture, sourceOf, stoodAt, type Trail, trails, untrodden } from "./trail.ts";

/** The states of a painted picture, kept up as strokes end and their pictures come. */
export function useTrail(
  node: string,
  name: string,
  { brushes }: Param,
  strokes: readonly Stroke[],
  preview: Preview & { readonly kind: "pixels" },
): Trail {
  const key = `${useStore(app.store, ({ id }) => id)} ${node}`;
  const trail = stoodAt(useKeyed(trails, key) ?? untrodden, strokes);
  const state = useKeyed(app.runs.nodes, node)?.state;
  const inHand = useStore(app.store, ({ past }) => past.at(-1)?.group != null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is another result, though it may look the same
  useEffect(() => {
    if (inHand || !app.engine?.isCurrent(node)) return;
    const picture = smallPicture(preview);
    const sourceFor = (made: readonly Stroke[]) => {
      const used = new Set(made.map(({ brush }) => brush));
      return sourceOf(app.document, node, name, new Set(brushes?.filter((port) => !used.has(port))));
    };
    if (picture) trails.set(key, pictured(trails.get(key) ?? untrodden, strokes, picture, sourceFor));
  }, [inHand, state, preview, strokes, key, node, name, brushes]);
  return trail;
}
