import type { GeneratorCard } from "../../engine/card.ts";
import {
  type GraphDocument,
  type GraphNode,
  graphFormat,
  graphVersion,
  type Wire,
} from "../../engine/document.ts";

/**
 * A generator as a chain of layer nodes. Layers of the highest resolution take their style from `fine.w`, the others
 * from `coarse.w`; both are to be fed. The picture comes to `view`.
 */
export function layerGraph(card: GeneratorCard): GraphDocument {
  const highest = Math.max(...card.layers.map((layer) => layer.resolution));
  const nodes = [
    node("coarse", "mapping"),
    node("fine", "mapping"),
    node("start", "constantInput", { generator: card.id }),
  ];
  const wires: Wire[] = [];
  let before = "start";
  for (const [index, layer] of card.layers.entries()) {
    const id = `layer${index}`;
    nodes.push(node(id, "adainLayer"));
    wires.push({ from: [before, "features"], to: [id, "features"] });
    wires.push({ from: [layer.resolution === highest ? "fine" : "coarse", "w"], to: [id, "w"] });
    before = id;
  }
  nodes.push(node("colour", "toRGB"), node("view", "viewImages"));
  wires.push({ from: [before, "features"], to: ["colour", "features"] });
  wires.push({ from: ["colour", "image"], to: ["view", "image"] });
  return { format: graphFormat, version: graphVersion, name: "Layers", about: "", nodes, wires, frames: [] };
}

function node(id: string, type: string, params: Record<string, unknown> = {}): GraphNode {
  return { id, type, params, at: [0, 0] };
}
