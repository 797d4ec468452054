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

/**
 * The grid of the feature maps that a node paints into, where its picture says so, else of those that what it gives goes
 * into, as they were last seen; null where it enters none.
 */
export function useGrid(node: string): Grid | null {
  const own = useKeyed(app.runs.nodes, node)?.preview;
  const target = useStore(app.store, ({ document }) => featuresAfter(document, node));
  const preview = useKeyed(app.runs.nodes, target ?? "")?.preview;
  const after = preview?.kind === "pixels" ? { rows: preview.height, columns: preview.width } : null;
  const { rows, columns } = (own?.kind === "pixels" && own.grid) || after || { rows: 0, columns: 0 };
  return useMemo(() => (rows > 0 ? { rows, columns } : null), [rows, columns]);
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
