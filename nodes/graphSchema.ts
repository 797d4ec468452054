import { graphFormat, graphVersion } from "../engine/graph.ts";
import type { Catalogue, NodeDefinition } from "../engine/node.ts";
import type { JsonSchema } from "../engine/param.ts";

const end = {
  type: "array",
  prefixItems: [{ type: "string" }, { type: "string" }],
  minItems: 2,
  maxItems: 2,
};

const frame = {
  type: "object",
  required: ["id", "label", "nodes"],
  properties: {
    id: { type: "string", minLength: 1 },
    label: { type: "string" },
    nodes: { type: "array", items: { type: "string" } },
    color: { type: "string", examples: ["blue", "amber", "green", "red", "violet"] },
  },
};

/**
 * The JSON Schema (draft 2020-12) of a graph document. Nodes of types that the catalogue lacks are let through: they open as
 * placeholders. Wires are checked for their form only; that they fit is for `graph check` to say.
 */
export function graphSchema(catalogue: Catalogue): JsonSchema {
  const types = Object.entries(catalogue);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Ganglion graph",
    type: "object",
    required: ["format", "version", "nodes"],
    properties: {
      format: { const: graphFormat },
      version: { const: graphVersion },
      name: { type: "string" },
      about: { type: "string", description: "One sentence." },
      nodes: { type: "array", items: { $ref: "#/$defs/node" } },
      wires: { type: "array", items: { $ref: "#/$defs/wire" } },
      frames: { type: "array", items: frame },
    },
    $defs: {
      node: nodeSchema(types.map(([type]) => type)),
      wire: {
        type: "object",
        required: ["from", "to"],
        properties: {
          from: { ...end, description: "A node and one of its outputs." },
          to: { ...end, description: "A node and one of its inputs or numeric params." },
        },
      },
      ...Object.fromEntries(types.map(([type, node]) => [`params/${type}`, paramsSchema(node)])),
    },
  };
}

function nodeSchema(types: readonly string[]): JsonSchema {
  return {
    type: "object",
    required: ["id", "type"],
    properties: {
      id: { type: "string", minLength: 1 },
      type: { type: "string", minLength: 1, examples: types },
      params: { type: "object" },
      at: {
        type: "array",
        prefixItems: [{ type: "number" }, { type: "number" }],
        minItems: 2,
        maxItems: 2,
        description: "Left and top on the canvas, in pixels.",
      },
      label: { type: "string" },
      bypassed: { type: "boolean", description: "Not computed: it hands on what enters." },
      width: {
        type: "number",
        description: "On the canvas, in pixels; left out where nobody resized the node.",
      },
      height: { type: "number", description: "Of a note, on the canvas, in pixels." },
      locked: {
        type: "array",
        items: { type: "string" },
        description: "Seeds that keep their value when new ones are rolled.",
      },
    },
    allOf: types.map((type) => ({
      if: { properties: { type: { const: type } }, required: ["type"] },
      // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
      then: { properties: { params: { $ref: `#/$defs/params~1${type}` } } },
    })),
  };
}

function paramsSchema({ title, doc, params }: NodeDefinition): JsonSchema {
  const properties = Object.entries(params).map(([name, spec]) => [
    name,
    { ...spec.schema, default: spec.default, description: spec.doc },
  ]);
  return {
    title,
    description: doc,
    type: "object",
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}
