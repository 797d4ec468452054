import { useEffect, useState } from "react";
import type { Preview } from "../../engine/preview.ts";
import type { Raster } from "../../engine/raster.ts";
import { app } from "../app.ts";
import { useKeyed } from "../keyed.ts";
import type { Sight } from "./sightOf.ts";

interface Wanted {
  readonly sample: number;
  readonly unit: number | null;
  /** Looks again when it changes. */
  readonly held: boolean;
}

const nobody = "";

/** What is to be seen, at full size; the last picture stays until the next is there. `shown` stands in where the engine has none. */
export function useRaster(
  sight: Sight | undefined,
  shown: Preview | null | undefined,
  { sample, unit, held }: Wanted,
): Raster | null {
  const [raster, setRaster] = useState<Raster | null>(null);
  const { node = nobody, port = nobody } = sight ?? {};
  const state = useKeyed(app.runs.nodes, node)?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state, or another document to look at, is another value
  useEffect(() => {
    let current = true;
    const standIn = () => shown?.kind === "pixels" && setRaster(pictured(shown, sample));
    if (node === nobody || !app.engine) {
      standIn();
      return;
    }
    app.engine.client.raster(node, port, { sample, unit }).then(
      (next) => current && setRaster(next),
      () => current && standIn(),
    );
    return () => {
      current = false;
    };
  }, [node, port, sample, unit, held, state, shown]);
  return raster;
}

/** A picture as the node shows it: colours alone, without the numbers behind them. */
function pictured({ samples, width, height }: Preview & { kind: "pixels" }, wanted: number): Raster | null {
  const sample = Math.max(0, Math.min(samples.length - 1, wanted));
  const pixels = samples[sample];
  const none = { values: new Float32Array(), unit: null, units: 0, classes: null };
  return pixels ? { type: "image", width, height, pixels, samples: samples.length, sample, ...none } : null;
}
