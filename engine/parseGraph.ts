/** Reads a document from anything at all: migrates, checks structure, then checks it against the catalogue. */
import * as z from "zod/mini";
import {
  type GraphDocument,
  GraphError,
  type GraphNode,
  graphFormat,
  graphVersion,
  type Problem,
} from "./document.ts";
import { jsonProblem } from "./jsonProblem.ts";
import type { Catalogue, NodeDefinition } from "./node.ts";
import { flawIn } from "./param.ts";
import { passagesOf } from "./passage.ts";
import { inWords, pathText } from "./reason.ts";
import { cycleIn, own, wiring } from "./wire.ts";

/** Turns a document of the version under which it is listed into one of the next version. */
export type Migrations = Readonly<
  Record<number, (document: Record<string, unknown>) => Record<string, unknown>>
>;

const migrations: Migrations = {};

/** More problems than a person would read are not listed. */
const mostProblems = 100;

const name = z.string().check(z.minLength(1));
const end = z.tuple([name, name]);
const structure = z.looseObject({
  format: z.literal(graphFormat),
  version: z.literal(graphVersion),
  name: z._default(z.string(), ""),
  about: z._default(z.string(), ""),
  nodes: z.array(
    z.looseObject({
      id: name,
      type: name,
      params: z._default(z.record(z.string(), z.unknown()), {}),
      at: z._default(z.tuple([z.number(), z.number()]), [0, 0]),
      label: z.optional(z.string()),
      bypassed: z.optional(z.boolean()),
    }),
  ),
  wires: z._default(z.array(z.looseObject({ from: end, to: end })), []),
  frames: z._default(
    z.array(
      z.looseObject({
        id: name,
        label: z.string(),
        nodes: z.array(z.string()),
        color: z.optional(z.string()),
      }),
    ),
    [],
  ),
});

/** Reads a document from its text. Throws GraphError, for text that is no JSON as well. */
export function readGraph(text: string, catalogue: Catalogue): GraphDocument {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new GraphError([{ path: "", reason: `not JSON: ${jsonProblem(text) ?? "it can't be read"}` }]);
  }
  return parseGraph(json, catalogue);
}

/**
 * A document from parsed JSON, of this version or an earlier one. Throws GraphError with all that is wrong (SPEC R1);
 * node types that the catalogue lacks are no problem (SPEC R2).
 */
export function parseGraph(
  json: unknown,
  catalogue: Catalogue,
  steps: Migrations = migrations,
): GraphDocument {
  const parsed = structure.safeParse(migrate(json, steps), { error: sentence });
  if (!parsed.success)
    refuse(parsed.error.issues.map(({ path, message }) => ({ path: pathText(path), reason: message })));
  const document = parsed.data as unknown as GraphDocument;
  refuse([...nodeProblems(document, catalogue), ...wireProblems(document, catalogue)]);
  return document;
}

function refuse(problems: readonly Problem[]): void {
  const [first, ...rest] = problems;
  if (first) throw new GraphError([first, ...rest.slice(0, mostProblems - 1)]);
}

/** Step by step to this version. Throws GraphError for what is no document, or one from a later version. */
function migrate(json: unknown, steps: Migrations): unknown {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new GraphError([{ path: "", reason: `expected a graph document, got ${inWords(json)}` }]);
  let document = json as Record<string, unknown>;
  if (document.format !== graphFormat)
    throw new GraphError([
      { path: "format", reason: `expected "${graphFormat}", got ${inWords(document.format)}` },
    ]);
  while (document.version !== graphVersion) {
    const { version } = document;
    const step = typeof version === "number" ? steps[version] : undefined;
    if (!step) throw new GraphError([{ path: "version", reason: versionProblem(version) }]);
    document = { ...step(structuredClone(document)), version: (version as number) + 1 };
  }
  return document;
}

function versionProblem(version: unknown): string {
  if (Number.isInteger(version) && (version as number) > graphVersion)
    return `this document has version ${version}, made by a later Ganglion; this one reads up to ${graphVersion}`;
  return `expected ${graphVersion}, got ${inWords(version)}`;
}

function nodeProblems(document: GraphDocument, catalogue: Catalogue): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, node] of document.nodes.entries()) {
    const path = `nodes[${index}]`;
    const earlier = first.get(node.id);
    if (earlier === undefined) first.set(node.id, index);
    else problems.push({ path: `${path}.id`, reason: `nodes[${earlier}] is called "${node.id}" too` });
    const definition = own(catalogue, node.type);
    if (!definition) continue;
    problems.push(...paramProblems(node, definition, `${path}.params`));
    const passages = passagesOf(definition);
    if (node.bypassed && "lacks" in passages)
      problems.push({ path: `${path}.bypassed`, reason: unpassable(node.type, passages.lacks) });
  }
  return problems;
}

function unpassable(type: string, output: string | null): string {
  const why = output === null ? "it gives nothing" : `nothing that enters could stand for ${output}`;
  return `${type} can't be bypassed: ${why}`;
}

function paramProblems(node: GraphNode, definition: NodeDefinition, path: string): Problem[] {
  return Object.entries(node.params).flatMap(([name, value]) => {
    const spec = own(definition.params, name);
    const flaw = spec && flawIn(spec, value);
    if (flaw === null) return [];
    const at = pathText([path, name, ...(flaw?.path ?? [])]);
    if (flaw) return [{ path: at, reason: `expected ${flaw.expects}, got ${inWords(flaw.got)}` }];
    const names = Object.keys(definition.params);
    const rest = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
    return [{ path: at, reason: `${node.type} has no such param: ${rest}` }];
  });
}

function wireProblems(document: GraphDocument, catalogue: Catalogue): Problem[] {
  const rules = wiring(document, catalogue);
  const problems: Problem[] = [];
  const entered = new Map<string, number>();
  for (const [index, wire] of document.wires.entries()) {
    const path = `wires[${index}]`;
    const earlier = entered.get(JSON.stringify(wire.to));
    if (earlier === undefined) entered.set(JSON.stringify(wire.to), index);
    else
      problems.push({ path: `${path}.to`, reason: `wires[${earlier}] enters ${wire.to.join(".")} already` });
    const reason = rules.problem(wire);
    if (reason !== null) problems.push({ path, reason });
  }
  const cycle = cycleIn(document);
  if (cycle) problems.push({ path: "wires", reason: `cycle: ${cycle.join(" -> ")}` });
  return problems;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  array: "a list",
  tuple: "a list",
  object: "an object",
  boolean: "true or false",
  record: "an object",
};

/** The reason for a structural problem, in the words of all others. */
function sentence(issue: z.core.$ZodRawIssue): string {
  const got = inWords(issue.input);
  if (issue.code === "invalid_type") return `expected ${kinds[issue.expected] ?? issue.expected}, got ${got}`;
  if (issue.code === "too_small" && issue.origin === "string") return "expected a text that is not empty";
  if (issue.code === "too_small") return `expected ${issue.minimum} entries`;
  if (issue.code === "too_big") return `expected ${issue.maximum} entries`;
  return `not what belongs here: ${got}`;
}
