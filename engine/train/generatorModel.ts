/** An evolved generator as a model like any other: an ONNX graph with its weights inside, and a card. */
import { create } from "@bufbuild/protobuf";
import type { Card } from "../card.ts";
import type { Evolving, Network } from "../gan/evolution.ts";
import type { Model } from "../models.ts";
import type { ModelGraph } from "../onnx/model.ts";
import {
  type GraphProto,
  GraphProtoSchema,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  TensorProto_DataType,
  TensorProtoSchema,
} from "../onnx/onnx_pb.ts";
import { sha256 } from "../sha256.ts";
import { featuresName } from "./programs.ts";

type Trained = Pick<Evolving, "gives" | "generator" | "layers" | "latent" | "generation" | "seed">;

/** `weights` in place of the best survivor's where they are given; `identity` stands for the bytes until they are written. */
export function generatorModel(
  { gives, generator, layers, latent, generation, seed }: Trained,
  {
    id,
    identity,
    weights = generator.weights,
  }: { id: string; identity: string; weights?: Network["weights"] },
): Model {
  const common = {
    format: "ganglion/model" as const,
    version: 1 as const,
    id,
    title: `Evolved, generation ${generation.toLocaleString("en")}`,
    about: `Evolved in Ganglion from seed ${seed}, ${generation.toLocaleString("en")} generations.`,
    license: "",
    onnx: `${id}.onnx`,
    sha256: sha256(identity),
    latent: { tensor: generator.input, size: latent.size, distribution: latent.distribution },
  };
  const graph = withWeights(
    generator.program.graph,
    weights,
    layers.map(({ resolution }) => resolution),
  );
  return { card: cardOf(common, gives, generator.output, layers), graph, sha256: common.sha256 };
}

type Common = Omit<Extract<Card, { kind: "points" }>, "kind" | "points">;

function cardOf(common: Common, gives: Evolving["gives"], output: string, layers: Evolving["layers"]): Card {
  if (gives === "points") return { ...common, kind: "points", points: { output } };
  const last = layers.length - 1;
  return {
    ...common,
    kind: "generator",
    layers: layers.map(({ name, resolution, units }, at) => ({
      ...{ name, resolution, units },
      input: at === 0 ? null : featuresName(at - 1),
      latent: at === 0 ? common.latent.tensor : null,
      style: null,
      noise: null,
      output: featuresName(at),
    })),
    image: { input: last < 0 ? null : featuresName(last), output, range: [-1, 1], channels: "RGB" },
    ranges: { coarse: [4, 8], middle: [16, 32], fine: [64, 1024] },
  };
}

/** Inputs that have weights become initializers; every layer goes on from its own maps, so that a graph can be cut at them. */
function withWeights(
  model: ModelGraph,
  weights: Network["weights"],
  resolutions: readonly number[],
): ModelGraph {
  const { graph } = model;
  const initializer = Object.entries(weights).map(([name, { shape, data }]) =>
    create(TensorProtoSchema, {
      name,
      dataType: TensorProto_DataType.FLOAT,
      dims: shape.map(BigInt),
      rawData: new Uint8Array(Float32Array.from(data).buffer),
    }),
  );
  const flat = resolutions.flatMap((resolution, at) => (resolution === 1 ? [featuresName(at)] : []));
  return create(ModelProtoSchema, {
    ...model,
    graph: create(GraphProtoSchema, {
      ...graph,
      name: "generator",
      node: flat.reduce(goOnFrom, graph.node),
      initializer: [...graph.initializer, ...initializer],
      input: graph.input.filter(({ name }) => !(name in weights)),
    }),
  }) as ModelGraph;
}

/**
 * Maps [n, units, 1, 1] are another look at rows [n, units], which the next layer takes: from here on it takes the rows of the maps.
 */
function goOnFrom(nodes: GraphProto["node"], maps: string): NodeProto[] {
  const look = nodes.find(({ output }) => output[0] === maps);
  const [rows, shape] = look?.input ?? [];
  if (look?.opType !== "Reshape" || rows === undefined || shape === undefined) return nodes;
  const again = `${maps}_rows`;
  const back = create(NodeProtoSchema, { opType: "Flatten", input: [maps], output: [again] });
  return nodes.flatMap((node) => {
    if (node === look) return [];
    if (node.output.includes(rows)) return [node, look, back];
    const input = node.input.map((name) => (name === rows ? again : name));
    return [input.includes(again) ? create(NodeProtoSchema, { ...node, input }) : node];
  });
}
