/** The graph document (contract, section 1): what is saved, shared and run. Its front door is `graph.ts`. */

export const graphFormat = "ganglion/graph";
export const graphVersion = 1;

/** A saved graph. Layout (`at`, `label`, `frames`) never changes a result. */
export interface GraphDocument {
  readonly format: typeof graphFormat;
  readonly version: typeof graphVersion;
  readonly name: string;
  /** One sentence. */
  readonly about: string;
  readonly nodes: readonly GraphNode[];
  readonly wires: readonly Wire[];
  readonly frames: readonly Frame[];
}

/** One node. Fields that this version does not know are kept and saved back. */
export interface GraphNode {
  readonly id: string;
  readonly type: string;
  /** Only what differs from the default need be there. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: readonly [x: number, y: number];
  readonly label?: string;
  /** Not computed: it hands on what enters (SPEC R31). */
  readonly bypassed?: boolean;
}

/** From an output port to an input port, or to a numeric param (SPEC R4). */
export interface Wire {
  readonly from: readonly [node: string, port: string];
  readonly to: readonly [node: string, portOrParam: string];
}

export interface Frame {
  readonly id: string;
  readonly label: string;
  readonly nodes: readonly string[];
  /** The name of one of the editor's frame colours; any other is kept and not shown. */
  readonly color?: string;
}

/** What is wrong with a document, and where: `nodes[3].params.count`; the empty path is the document itself. */
export interface Problem {
  readonly path: string;
  readonly reason: string;
}

/** A document refused whole. The message is the first problem, as `path: reason`. */
export class GraphError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    const [first] = problems;
    super(first.path === "" ? first.reason : `${first.path}: ${first.reason}`);
    this.name = "GraphError";
    this.problems = problems;
  }
}
