import type { GraphDocument } from "../../engine/graph.ts";
import type { Param } from "../../engine/param.ts";
import { parseAddress, parsePair } from "./address.ts";
import { UsageError } from "./usage.ts";

/** The document with each `node.param=VALUE` in place, read as the param's type. Throws UsageError. */
export function setParams(document: GraphDocument, settings: readonly string[]): GraphDocument {
  return settings.reduce(setParam, document);
}

function setParam(document: GraphDocument, setting: string): GraphDocument {
  const [address, text] = parsePair(setting, "--set", "node.param=VALUE");
  const { node, definition, name } = parseAddress(document, address, "--set", "params");
  const spec = definition.params[name] as Param;
  const value = read(spec, text);
  if (!spec.accepts(value)) throw new UsageError(`--set ${address}: expected ${spec.expects}, got "${text}"`);
  const isInput = Object.hasOwn(definition.inputs, name);
  const wire = document.wires.find(({ to }) => to[0] === node.id && to[1] === name);
  if (wire && !isInput)
    throw new UsageError(
      `--set ${address}: a wire from ${wire.from.join(".")} sets it; set that node instead`,
    );
  const nodes = document.nodes.map((each) =>
    each === node ? { ...each, params: { ...each.params, [name]: value } } : each,
  );
  return { ...document, nodes };
}

/** A text as the value that a param takes; what can't be read comes back as it is, and is refused by `accepts`. */
function read(spec: Param, text: string): unknown {
  if (spec.kind === "integer" || spec.kind === "real") return text.trim() === "" ? text : Number(text);
  if (spec.kind === "flag") return text === "true" ? true : text === "false" ? false : text;
  return text;
}
