import { useMemo } from "react";
import { useStore } from "zustand";
import type { GraphDocument } from "../../../engine/document.ts";
import type { Grid } from "../../../engine/place.ts";
import { shownPort } from "../../../engine/shownPort.ts";
import { app } from "../../app.ts";
import { useKeyed } from "../../keyed.ts";
import { nodeOf } from "../../nodeOf.ts";
import { typeOf } from "../../typeOf.ts";
import { wiresOf } from "../../wiresOf.ts";

export type { Grid };

/** The grid of the feature maps that what a node gives goes into, as they were last seen; null where it enters none. */
export function useGrid(node: string): Grid | null {
  const target = useStore(app.store, ({ document }) => featuresAfter(document, node));
  const preview = useKeyed(app.runs.nodes, target ?? "")?.preview;
  const [rows, columns] = preview?.kind === "pixels" ? [preview.height, preview.width] : [0, 0];
  return useMemo(() => (target !== null && rows > 0 ? { rows, columns } : null), [target, rows, columns]);
}

/** The first node wired to this one whose picture is a feature map: a pixel a cell. */
function featuresAfter(document: GraphDocument, node: string): string | null {
  for (const wires of wiresOf(document.wires, node).leaving.values()) {
    for (const { to } of wires) {
      const port = shownPort(app.catalogue[nodeOf(document, to[0])?.type ?? ""]?.outputs ?? {});
      if (port !== null && typeOf(document, to[0], port) === "features") return to[0];
    }
  }
  return null;
}
