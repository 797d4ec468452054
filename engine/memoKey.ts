import type { ModelLibrary } from "./models.ts";
import type { NodeDefinition, Outputs, ParamValues } from "./node.ts";
import type { Planned } from "./plan.ts";
import { recent } from "./recent.ts";
import { sha256 } from "./sha256.ts";
import { tensorOf } from "./values.ts";

/** Hashes of what was hashed lately: most keys of a graph are the same from edit to edit. */
const lately = new Map<string, string>();
const mostLately = 5000;

function hashed(text: string): string {
  const known = lately.get(text);
  if (known) return known;
  if (lately.size >= mostLately) lately.clear();
  const hash = sha256(text);
  lately.set(text, hash);
  return hash;
}

/** Texts longer than this, such as own pictures, enter a key as their hash: what is hashed lately is kept whole. */
const longText = 1000;
const hashOfLong = recent(8, sha256);

const shortened = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.length > longText ? { sha256: hashOfLong(value) } : value;

/**
 * The memo key (SPEC R5): type, version, params, identity of the models that params name, and the keys of what is wired,
 * by name. `keyOf` gives the key of a source node.
 */
export function memoKey(
  node: Omit<Planned, "key" | "fault">,
  models: Pick<ModelLibrary, "identity">,
  keyOf: (id: string) => string,
): string {
  const sorted = (entries: Iterable<readonly [string, unknown]>) =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const wired = (ends: Planned["inputs"]) =>
    sorted([...ends].map(([name, [id, port]]) => [name, `${keyOf(id)}.${port}`] as const));
  const params = sorted(Object.entries(node.params)).filter(([name]) => !node.wiredParams.has(name));
  const parts = [
    node.type,
    node.definition?.version ?? 1,
    params,
    modelIdentities(node.params, node.definition, models),
    wired(node.inputs),
    wired(node.wiredParams),
  ];
  return hashed(JSON.stringify(parts, shortened));
}

function modelIdentities(
  params: ParamValues,
  definition: NodeDefinition | null,
  models: Pick<ModelLibrary, "identity">,
): (string | null)[] {
  const specs = Object.entries(definition?.params ?? {}).filter(([, spec]) => spec.kind === "model");
  return specs.map(([name]) => models.identity(String(params[name])));
}

/** The key of fed values: their content, and the models that the node names. */
export function feedKey(
  fed: Outputs,
  params: ParamValues,
  definition: NodeDefinition | null,
  models: Pick<ModelLibrary, "identity">,
): string {
  const parts = Object.entries(fed).map(([port, value]) => {
    const held = tensorOf(value);
    const data = held?.place === "host" ? held.data : null;
    const content = data && sha256(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    const kind = data && (data instanceof Int32Array ? "int32" : "float32");
    return [port, { ...value, tensor: held && [held.shape, kind, content] }];
  });
  return hashed(JSON.stringify(["feed", parts, modelIdentities(params, definition, models)]));
}
