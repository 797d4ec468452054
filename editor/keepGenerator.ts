import type { GraphDocument } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import { app } from "./app.ts";
import { layoutOf } from "./canvas/layout.ts";
import type { Change } from "./document.ts";
import { edit, freeId } from "./edit.ts";
import { nodeOf } from "./nodeOf.ts";
import { wiresOf } from "./wiresOf.ts";
import { words } from "./words.ts";

/** The node that gives the generator of one generation of a run. */
const type = "evolvedAt";
/** px right of the run, and from one kept generator to the next. */
const [beside, below] = [64, 72];

/** The kept generators of a run, by generation. */
export function keptGenerators({ nodes, wires }: GraphDocument, evolve: string): ReadonlyMap<number, string> {
  const fed = new Set(wires.filter(({ from }) => from[0] === evolve).map(({ to }) => to[0]));
  const kept = nodes.filter((node) => node.type === type && fed.has(node.id));
  return new Map(kept.map(({ id, params }) => [Number(params.generation ?? 0), id]));
}

/** Adds a node that gives the generator of this generation, wired to the run, right of it and below those kept before. */
export function keepGenerator(evolve: string, generation: number, catalogue: Catalogue): Change {
  return (document) => {
    const run = nodeOf(document, evolve);
    const kept = keptGenerators(document, evolve);
    if (!run || kept.has(generation)) return document;
    const definition = catalogue[run.type];
    const outputs = Object.entries(definition?.outputs ?? {});
    const [port = "evolution"] = outputs.find(([, { types }]) => types[0] === "evolution") ?? [];
    const { width } = layoutOf(run, definition, wiresOf(document.wires, evolve), false);
    const id = freeId(new Set(document.nodes.map((node) => node.id)), type);
    const at = [run.at[0] + width + beside, run.at[1] + below * kept.size] as const;
    const added = edit.addNode({ id, type, params: { generation }, at })(document);
    return edit.connect({ from: [evolve, port], to: [id, "evolution"] })(added);
  };
}

/** Keeps it in the open document, as one step of its history. */
export function keep(evolve: string, generation: number): void {
  app.store.change(words.changes.keepGenerator, keepGenerator(evolve, generation, app.catalogue));
}
