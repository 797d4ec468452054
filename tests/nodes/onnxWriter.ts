import { create } from "@bufbuild/protobuf";
import type { ModelGraph } from "../../engine/onnx/model.ts";
import {
  AttributeProtoSchema,
  GraphProtoSchema,
  AttributeProto_AttributeType as Kind,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  OperatorSetIdProtoSchema,
  type TensorProto,
  TensorProto_DataType,
  TensorProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from "../../engine/onnx/onnx_pb.ts";
import { sizeOf } from "../../engine/tensor.ts";

type Setting = number | readonly number[] | string;

function attribute(name: string, value: Setting) {
  if (typeof value === "string")
    return create(AttributeProtoSchema, { name, type: Kind.STRING, s: new TextEncoder().encode(value) });
  if (typeof value === "number") return create(AttributeProtoSchema, { name, type: Kind.FLOAT, f: value });
  return create(AttributeProtoSchema, { name, type: Kind.INTS, ints: value.map(BigInt) });
}

/** Marks a number as an integer attribute. */
export const int = (value: number) => ({ int: value });

/** Collects the nodes and weights of a small ONNX model (opset 17), each tensor by its name. */
export class OnnxWriter {
  readonly #nodes: NodeProto[] = [];
  readonly #weights: TensorProto[] = [];
  #count = 0;

  /** Weights as float32 (or int64); gives their name. */
  weights(name: string, shape: readonly number[], data: ArrayLike<number>, integers = false): string {
    if (sizeOf(shape) !== data.length) throw new Error(`${name}: ${data.length} numbers for [${shape}]`);
    const array = integers ? BigInt64Array.from(Array.from(data, BigInt)) : Float32Array.from(data);
    const dataType = integers ? TensorProto_DataType.INT64 : TensorProto_DataType.FLOAT;
    const rawData = new Uint8Array(array.buffer as ArrayBuffer);
    this.#weights.push(create(TensorProtoSchema, { name, dims: shape.map(BigInt), dataType, rawData }));
    return name;
  }

  /** One node with one output, which gets `output` as its name or a fresh one; gives the name. */
  node(
    opType: string,
    input: readonly string[],
    settings: Readonly<Record<string, Setting | { int: number }>> = {},
    output = `t${this.#count++}`,
  ): string {
    const attributes = Object.entries(settings).map(([name, value]) =>
      typeof value === "object" && "int" in value
        ? create(AttributeProtoSchema, { name, type: Kind.INT, i: BigInt(value.int) })
        : attribute(name, value as Setting),
    );
    this.#nodes.push(
      create(NodeProtoSchema, { opType, input: [...input], output: [output], attribute: attributes }),
    );
    return output;
  }

  model(
    inputs: Readonly<Record<string, readonly (number | string)[]>>,
    outputs: Readonly<Record<string, readonly (number | string)[]>>,
    /** Outputs of int64; all else is float32. */
    integers: readonly string[] = [],
  ): ModelGraph {
    const { FLOAT, INT64 } = TensorProto_DataType;
    const infos = (ports: typeof inputs) =>
      Object.entries(ports).map(([name, shape]) =>
        info(name, shape, integers.includes(name) ? INT64 : FLOAT),
      );
    return create(ModelProtoSchema, {
      irVersion: 8n,
      opsetImport: [create(OperatorSetIdProtoSchema, { domain: "", version: 17n })],
      graph: create(GraphProtoSchema, {
        name: "tiny",
        node: this.#nodes,
        initializer: this.#weights,
        input: infos(inputs),
        output: infos(outputs),
      }),
    }) as ModelGraph;
  }
}

function info(
  name: string,
  shape: readonly (number | string)[],
  elemType: TensorProto_DataType,
): ValueInfoProto {
  const dim = shape.map((extent) => ({
    value:
      typeof extent === "number"
        ? { case: "dimValue" as const, value: BigInt(extent) }
        : { case: "dimParam" as const, value: extent },
  }));
  const value = {
    case: "tensorType" as const,
    value: { elemType, shape: { dim } },
  };
  return create(ValueInfoProtoSchema, { name, type: { value } });
}
