import ELK from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { Frame, Wire } from "../../engine/document.ts";
import type { Point } from "../edit.ts";
import { elkGraph, placesIn, type Standing } from "./elkGraph.ts";

const elk = new ELK({ workerFactory: () => new Worker(workerUrl) });

/** Where nodes stand in layers from left to right. Frames keep their nodes together. Works in a worker. */
export async function layOut(
  nodes: readonly Standing[],
  wires: readonly Wire[],
  frames: readonly Frame[],
): Promise<ReadonlyMap<string, Point>> {
  return placesIn(await elk.layout(elkGraph(nodes, wires, frames)), nodes);
}
