import type { Frame, GraphDocument, GraphNode, Wire } from "./document.ts";
import type { Catalogue } from "./node.ts";
import { own } from "./wire.ts";

/**
 * The document as JSON that people can read and compare: keys in a fixed order, one node, wire or frame a line, params
 * only where they differ from the default. Reading it gives the same document (SPEC R3).
 */
export function serializeGraph(document: GraphDocument, catalogue: Catalogue): string {
  const { format, version, name, about, nodes, wires, frames, ...rest } = document;
  const fields: [string, string][] = [
    ["format", JSON.stringify(format)],
    ["version", JSON.stringify(version)],
    ["name", JSON.stringify(name)],
    ["about", JSON.stringify(about)],
    ["nodes", lines(nodes.map((node) => tidyNode(node, catalogue)))],
    ["wires", lines(wires.map(tidyWire))],
    ["frames", lines(frames.map(tidyFrame))],
    ...Object.entries(rest).map(([key, value]): [string, string] => [key, JSON.stringify(value)]),
  ];
  return `{\n${fields.map(([key, text]) => `  ${JSON.stringify(key)}: ${text}`).join(",\n")}\n}\n`;
}

function lines(items: readonly unknown[]): string {
  if (items.length === 0) return "[]";
  return `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
}

function tidyNode({ id, type, params, at, label, ...rest }: GraphNode, catalogue: Catalogue) {
  const definition = own(catalogue, type);
  const told = Object.entries(params).filter(
    ([name, value]) => !definition || own(definition.params, name)?.default !== value,
  );
  return {
    id,
    type,
    params: Object.fromEntries(told),
    at,
    ...(label === undefined ? {} : { label }),
    ...rest,
  };
}

function tidyWire({ from, to, ...rest }: Wire) {
  return { from, to, ...rest };
}

function tidyFrame({ id, label, nodes, ...rest }: Frame) {
  return { id, label, nodes, ...rest };
}
