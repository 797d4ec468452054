import { Fault } from "../fault.ts";
import { initializer } from "../onnx/model.ts";
import { structureOf } from "../onnx/structure.ts";
import type { HostTensor } from "../tensor.ts";
import type { GeneratorModel } from "./generator.ts";

/** The tensors that `output` follows from, initializers included. */
function ancestors({ graph }: GeneratorModel, output: string): Set<string> {
  const { producers } = structureOf(graph);
  const seen = new Set<string>();
  const open = [output];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(producers.get(name)?.input ?? []));
  }
  return seen;
}

/**
 * The name of the tensor that a style-based generator starts from: the one its card names, else the only initializer
 * [1, units, r, r] that the first layer, of resolution r, follows from. Throws Fault where there is no such tensor.
 */
export function constantName(model: GeneratorModel): string {
  const { card, graph } = model;
  const [first] = card.layers;
  if (card.constant !== undefined) return card.constant;
  const { initializers } = structureOf(graph);
  const fits = [...ancestors(model, first?.output ?? "")].filter((name) => {
    const dims = initializers.get(name)?.dims.map(Number);
    return (
      dims?.length === 4 && dims[0] === 1 && dims[2] === first?.resolution && dims[3] === first?.resolution
    );
  });
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return only;
  throw new Fault(`${card.id} has ${fits.length} tensors that could be its constant input`, {
    cure: 'Name it in the card: "constant": "...".',
  });
}

/** The constant input [1, units, r, r]. Throws Fault where the generator has none. */
export function constantOf(model: GeneratorModel): HostTensor {
  const name = constantName(model);
  const constant = initializer(model.graph, name);
  if (constant) return constant;
  throw new Fault(`${model.card.onnx} holds no weights called ${name}`, {
    cure: "Correct the constant in the card.",
  });
}
