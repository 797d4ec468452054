import type { GraphDocument, GraphNode } from "../../engine/graph.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import { own } from "../../engine/wire.ts";
import { catalogue } from "../index.ts";
import { loadModels } from "./loadModels.ts";
import { openGraph } from "./openGraph.ts";
import { suggest, UsageError } from "./usage.ts";

/**
 * Validates a graph file: as opening does, and that every node type and every model it names is known here. Gives one
 * sentence. Throws UsageError with a line for each problem.
 */
export async function checkGraph(file: string, cards: readonly string[]): Promise<string> {
  const document = await openGraph(file);
  const models = await loadModels(cards);
  const problems = unknowns(document, models).map((problem) => `${file}: ${problem}`);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  const { nodes, wires } = document;
  return `${file}: ${document.name}, ${nodes.length} nodes, ${wires.length} wires, no problems`;
}

function unknowns({ nodes }: GraphDocument, models: ModelLibrary): string[] {
  return nodes.flatMap((node, index) => {
    const definition = own(catalogue, node.type);
    if (definition) return unknownModels(node, `nodes[${index}].params`, models);
    const known = suggest(node.type, Object.keys(catalogue));
    return [`nodes[${index}].type: the node type "${node.type}" is not known here; ${known}`];
  });
}

function unknownModels(node: GraphNode, path: string, models: ModelLibrary): string[] {
  const specs = Object.entries(own(catalogue, node.type)?.params ?? {});
  return specs.flatMap(([name, spec]) => {
    const id = String(node.params[name] ?? spec.default);
    if (spec.kind !== "model" || models.identity(id) !== null) return [];
    const ids = models.cards().filter((card) => !spec.model || card.kind === spec.model);
    return [
      `${path}.${name}: there is no model "${id}"; ${suggest(
        id,
        ids.map((card) => card.id),
      )}`,
    ];
  });
}
