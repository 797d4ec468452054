/** A piece of a graph as text, to travel between tabs, windows and people. */
import { type GraphDocument, graphFormat, graphVersion, type Wire } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import { wiring } from "../engine/wire.ts";
import { type Piece, paste, unwired } from "./piece.ts";
import { words } from "./words.ts";

const pieceFormat = "ganglion/piece";
const pieceVersion = 1;

/** By its looks: one that is cut off is refused with its reason later, not passed over. */
export const isPieceText = (text: string): boolean =>
  /^\s*\{/.test(text) && /"format"\s*:\s*"ganglion\/piece"/.test(text);

/** A graph of its own beside what holds it in the graph that it comes from: the wires that enter from outside. */
export function writePiece(piece: Piece, graph: string): string {
  const { nodes, wires, frames } = unwired(piece);
  const entering = piece.wires.filter((wire) => !wires.includes(wire));
  return JSON.stringify({
    format: pieceFormat,
    version: pieceVersion,
    graph,
    nodes,
    wires,
    frames,
    entering,
  });
}

/** The graph that a piece goes into. */
interface Home {
  readonly id: string;
  readonly document: GraphDocument;
}

/**
 * Reads a piece. Wires from outside are kept where it comes home, the source is there still and they fit; with no home, none.
 * Throws an error that says where and why for anything else.
 */
export async function readPiece(text: string, catalogue: Catalogue, home: Home | null): Promise<Piece> {
  const { parseGraph } = await import("../engine/parseGraph.ts");
  const { version, graph, entering, ...rest } = parsed(text);
  if (version !== pieceVersion) throw new Error(words.pieceVersion(String(version)));
  const { nodes, wires, frames } = parseGraph(
    { ...rest, format: graphFormat, version: graphVersion },
    catalogue,
  );
  const from = home?.id === graph && Array.isArray(entering) ? entering.filter(isWire) : [];
  const kept = from.filter((wire) => home && fits(wire, nodes, home.document, catalogue));
  return { nodes, frames, wires: [...wires, ...kept] };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Error(words.pieceCut);
  }
}

/** Whether a wire may lead from the document into nodes that are pasted. */
function fits(wire: Wire, nodes: Piece["nodes"], document: GraphDocument, catalogue: Catalogue): boolean {
  const grown = paste({ nodes, wires: [wire], frames: [] }, [0, 0])(document);
  const made = grown.wires[document.wires.length];
  return made !== undefined && wiring(grown, catalogue).problem(made) === null;
}

const isEnd = (end: unknown): boolean =>
  Array.isArray(end) && end.length === 2 && end.every((part) => typeof part === "string");

const isWire = (wire: unknown): wire is Wire =>
  typeof wire === "object" &&
  wire !== null &&
  "from" in wire &&
  "to" in wire &&
  isEnd(wire.from) &&
  isEnd(wire.to);
