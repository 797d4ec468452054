import type { NodeDefinition, Port } from "../../engine/node.ts";
import type { Param } from "../../engine/param.ts";
import { catalogue } from "../index.ts";

/** The catalogue as plain objects, for `graph nodes --json`. */
export function describeNodes(): object[] {
  return Object.entries(catalogue).map(([type, node]) => ({
    type,
    category: node.category,
    title: node.title,
    doc: node.doc,
    synonyms: node.synonyms ?? [],
    icon: node.icon,
    heavy: node.heavy ?? false,
    version: node.version ?? 1,
    inputs: mapValues(node.inputs, plainPort),
    params: mapValues(node.params, plainParam),
    outputs: mapValues(node.outputs, plainPort),
  }));
}

/** The catalogue as text: a paragraph a node under the name of its category. */
export function nodesAsText(): string {
  let category = "";
  return Object.entries(catalogue)
    .map(([type, node]) => {
      const heading = node.category === category ? "" : `${node.category}\n\n`;
      category = node.category;
      return `${heading}  ${type}  ${signature(node)}\n    ${node.doc}\n`;
    })
    .join("\n");
}

function signature({ inputs, params, outputs }: NodeDefinition): string {
  const ports = (list: NodeDefinition["inputs"]) =>
    Object.entries(list).map(
      ([name, port]) =>
        `${name}${port.optional ? "?" : ""}: ${port.types.length > 3 ? "any batch" : port.types.join(" or ")}`,
    );
  const settings = Object.entries(params).map(
    ([name, { default: value }]) => `${name} = ${JSON.stringify(value)}`,
  );
  const given = ports(outputs).join(", ");
  return `(${[...ports(inputs), ...settings].join(", ")})${given === "" ? "" : ` -> ${given}`}`;
}

const plainPort = ({ types, optional, doc, same }: Port) => ({ types, optional, doc, ...(same && { same }) });

const plainParam = ({ accepts: _, flaw: __, ...spec }: Param) => spec;

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
