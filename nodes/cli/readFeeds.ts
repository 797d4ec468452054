import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { GraphDocument, GraphNode } from "../../engine/graph.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import { Fault, type NodeDefinition } from "../../engine/node.ts";
import { readNpy } from "../../engine/npy.ts";
import { type HostTensor, tensor } from "../../engine/tensor.ts";
import type { SocketType, Value } from "../../engine/values.ts";
import { parseAddress, parsePair } from "./address.ts";
import { reasonOf, UsageError } from "./usage.ts";

/** Where a fed value comes from, for as much as its node says. */
interface Origin {
  readonly generator: string | null;
  readonly layer: string | null;
}

/** How many dimensions the array of a socket type has. */
const ranks: Partial<Record<SocketType, number>> = {
  latent: 2,
  style: 2,
  features: 4,
  image: 4,
  mask: 3,
  segmentation: 3,
  thresholds: 1,
  points: 2,
};

/** The values that `node.port=FILE.npy` put in place of output ports, by `node.port`. Throws UsageError. */
export async function readFeeds(
  document: GraphDocument,
  feeds: readonly string[],
  models: ModelLibrary,
): Promise<Map<string, Value>> {
  const values = new Map<string, Value>();
  for (const feed of feeds) {
    const [address, file] = parsePair(feed, "--feed", "node.port=FILE.npy");
    const { node, definition, name } = parseAddress(document, address, "--feed", "outputs");
    const types = definition.outputs[name]?.types ?? [];
    const array = await readArray(file, `--feed ${address}`);
    const type = types.find((each) => ranks[each] === array.shape.length) ?? types[0];
    values.set(address, fedValue(type as SocketType, array, originOf(node, definition, models), address));
  }
  return values;
}

async function readArray(file: string, option: string): Promise<HostTensor> {
  try {
    return readNpy(new Uint8Array(await readFile(file)), basename(file));
  } catch (error) {
    const cure = error instanceof Fault && error.cure ? ` ${error.cure}` : "";
    const what = error instanceof Fault ? error.message : `${file}: ${reasonOf(error)}`;
    throw new UsageError(`${option}: ${what}.${cure}`);
  }
}

/** The generator that the node's `generator` param names, and the layer that its `tap` names in it. */
function originOf(node: GraphNode, { params }: NodeDefinition, models: ModelLibrary): Origin {
  const text = (name: string) => {
    const value = params[name] && (node.params[name] ?? params[name].default);
    return typeof value === "string" ? value : null;
  };
  const generator = text("generator");
  const card = models.cards().find(({ id }) => id === generator);
  const layers = card?.kind === "generator" ? card.layers : [];
  const tap = text("tap");
  const layer = tap === "" ? (layers.at(-1)?.name ?? null) : tap;
  return { generator, layer: generator === null ? null : layer };
}

function fedValue(type: SocketType, array: HostTensor, { generator, layer }: Origin, address: string): Value {
  const rank = ranks[type];
  if (rank === undefined) throw new UsageError(`--feed ${address}: ${type} is no array; it can't be fed`);
  if (array.shape.length !== rank)
    throw new UsageError(
      `--feed ${address}: ${type} has ${rank} dimensions, the file has ${array.shape.length}: [${array.shape.join(", ")}]`,
    );
  const real = array.data instanceof Int32Array ? tensor(array.shape, Float32Array.from(array.data)) : array;
  switch (type) {
    case "latent":
    case "style":
      return { type, generator, tensor: real };
    case "features":
      return { type, generator, layer, tensor: real };
    case "thresholds":
      return { type, generator, layer, quantile: null, tensor: real };
    case "segmentation":
      return { type, classes: null, ignore: [], tensor: identifiers(array, address) };
    case "image":
    case "mask":
    case "points":
      return { type, tensor: real };
    default:
      throw new UsageError(`--feed ${address}: ${type} is no array; it can't be fed`);
  }
}

function identifiers(array: HostTensor, address: string): HostTensor {
  const { data, shape } = array;
  if (data instanceof Int32Array) return array;
  if (!data.every(Number.isInteger))
    throw new UsageError(`--feed ${address}: class ids are integers; save them as int32`);
  return tensor(shape, Int32Array.from(data));
}
