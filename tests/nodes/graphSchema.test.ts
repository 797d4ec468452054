import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { graphSchema } from "../../nodes/graphSchema.ts";
import { catalogue } from "../../nodes/index.ts";

test("samples/graph.schema.json is current (else: npm run -s graph -- schema > samples/graph.schema.json)", () => {
  const saved = readFileSync(new URL("../../samples/graph.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(saved)).toEqual(JSON.parse(JSON.stringify(graphSchema(catalogue))));
});

test("has a rule for the params of every node type, with default and words", () => {
  const { $defs } = graphSchema(catalogue) as {
    $defs: Record<string, { properties: Record<string, object> }>;
  };
  for (const [type, node] of Object.entries(catalogue)) {
    const { properties } = $defs[`params/${type}`] ?? { properties: {} };
    expect(Object.keys(properties)).toEqual(Object.keys(node.params));
    for (const property of Object.values(properties)) {
      expect(property).toHaveProperty("default");
      expect(property).toHaveProperty("description");
    }
  }
  expect($defs["params/truncate"]?.properties.psi).toMatchObject({ type: "number", minimum: -2, maximum: 2 });
});
