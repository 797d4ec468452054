import type { GraphDocument, GraphNode } from "../../engine/graph.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import { own } from "../../engine/wire.ts";
import { catalogue } from "../index.ts";
import { suggest, UsageError } from "./usage.ts";

/** A node of the document and the name of one of its ports or params. */
export interface Address {
  readonly node: GraphNode;
  readonly definition: NodeDefinition;
  readonly name: string;
}

/** Reads `node.port` or `node.param`; `option` names the option in reasons. Throws UsageError. */
export function parseAddress(
  document: GraphDocument,
  text: string,
  option: string,
  of: "outputs" | "params",
): Address {
  const dot = text.lastIndexOf(".");
  if (dot <= 0 || dot === text.length - 1)
    throw new UsageError(`${option} ${text}: expected ${of === "params" ? "node.param" : "node.port"}`);
  const [id, name] = [text.slice(0, dot), text.slice(dot + 1)];
  const node = document.nodes.find((each) => each.id === id);
  if (!node) {
    const ids = document.nodes.map((each) => each.id);
    throw new UsageError(`${option} ${text}: the graph has no node "${id}"; ${suggest(id, ids)}`);
  }
  const definition = own(catalogue, node.type);
  if (!definition) throw new UsageError(`${option} ${text}: the node type "${node.type}" is not known here`);
  if (!Object.hasOwn(definition[of], name)) {
    const what = of === "params" ? "param" : "output";
    const known = suggest(name, Object.keys(definition[of]));
    throw new UsageError(`${option} ${text}: ${node.type} has no ${what} "${name}"; ${known}`);
  }
  return { node, definition, name };
}

/** Splits `left=right` at the first equals sign. Throws UsageError. */
export function parsePair(text: string, option: string, form: string): readonly [string, string] {
  const equals = text.indexOf("=");
  if (equals < 0) throw new UsageError(`${option} ${text}: expected ${form}`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}
