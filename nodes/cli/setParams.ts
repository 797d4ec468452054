import type { GraphDocument } from "../../engine/graph.ts";
import { flawIn, type Param } from "../../engine/param.ts";
import { inWords, pathText } from "../../engine/reason.ts";
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
  const flaw = flawIn(spec, value);
  if (flaw) {
    const got = flaw.path.length === 0 ? inWords(text) : inWords(flaw.got);
    throw new UsageError(`--set ${pathText([address, ...flaw.path])}: expected ${flaw.expects}, got ${got}`);
  }
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
  return spec.kind === "strokes" || spec.kind === "place" ? readJson(text) : text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
