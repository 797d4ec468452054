/** Changes of the wires of a document, pure: as `edit`, each gives the same document back where there is nothing to change. */
import type { GraphDocument, Wire } from "../engine/document.ts";
import type { Catalogue, NodeDefinition } from "../engine/node.ts";
import { refusal } from "./canvas/drag.ts";
import type { Change } from "./document.ts";
import { edit } from "./edit.ts";
import { nodeOf } from "./nodeOf.ts";
import { wiresOf } from "./wiresOf.ts";

/** True for a node without wires: only such a one is taken into a wire, so that nothing else is torn. */
function isLoose({ wires }: GraphDocument, id: string): boolean {
  const { entering, leaving } = wiresOf(wires, id);
  return entering.size + leaving.size === 0;
}

/** The inputs of a node, those first that must be wired. */
function inputsOf({ inputs }: NodeDefinition): string[] {
  const names = Object.keys(inputs);
  return [
    ...names.filter((name) => !inputs[name]?.optional),
    ...names.filter((name) => inputs[name]?.optional),
  ];
}

/** The two wires by which a loose node stands in the wire; null where its types do not allow that. */
function halves(document: GraphDocument, catalogue: Catalogue, id: string, wire: Wire): [Wire, Wire] | null {
  const definition = catalogue[nodeOf(document, id)?.type ?? ""];
  if (!definition || !isLoose(document, id)) return null;
  const open = edit.disconnect(wire.to)(document);
  for (const input of inputsOf(definition)) {
    const first: Wire = { from: wire.from, to: [id, input] };
    if (refusal(open, catalogue, first) !== null) continue;
    const half = edit.connect(first)(open);
    for (const output of Object.keys(definition.outputs)) {
      const second: Wire = { from: [id, output], to: wire.to };
      if (refusal(half, catalogue, second) === null) return [first, second];
    }
  }
  return null;
}

/** Puts a loose node into a wire. */
const insert =
  (catalogue: Catalogue, id: string, wire: Wire): Change =>
  (document) => {
    const pair = document.wires.includes(wire) && halves(document, catalogue, id, wire);
    return pair ? edit.connect(pair[1])(edit.connect(pair[0])(document)) : document;
  };

/** Takes these wires away. */
const cut =
  (those: ReadonlySet<Wire>): Change =>
  (document) => {
    const wires = document.wires.filter((wire) => !those.has(wire));
    return wires.length === document.wires.length ? document : { ...document, wires };
  };

/** Adds a wire in the place of one that was taken up; of none where it is new. */
const plug =
  (lifted: Wire | null, wire: Wire): Change =>
  (document) =>
    edit.connect(wire)(lifted ? edit.disconnect(lifted.to)(document) : document);

export const rewire = { isLoose, halves, insert, cut, plug };
