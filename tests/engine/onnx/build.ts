/** Small ONNX models for tests. */
import { create, toBinary } from "@bufbuild/protobuf";
import { type ModelGraph, parseModel } from "../../../engine/onnx/model.ts";
import {
  AttributeProto_AttributeType as kind,
  ModelProtoSchema,
  TensorProto_DataType as type,
} from "../../../engine/onnx/onnx_pb.ts";

type Extent = number | string;

export interface Spec {
  readonly inputs: Record<string, Extent[]>;
  readonly outputs: Record<string, Extent[]>;
  /** Interior tensors whose shape the file declares. */
  readonly declared?: Record<string, Extent[]>;
  readonly weights?: Record<string, { dims: number[]; data: number[]; int64?: boolean }>;
  readonly nodes: {
    op: string;
    in: string[];
    out: string[];
    ints?: Record<string, number | number[]>;
    domain?: string;
  }[];
  /** Element types that are not float32, by tensor name. */
  readonly types?: Record<string, number>;
}

/** The bytes of the file, opset 17. */
export function onnxBytes(spec: Spec): Uint8Array {
  return toBinary(ModelProtoSchema, create(ModelProtoSchema, proto(spec)));
}

export function onnx(spec: Spec): ModelGraph {
  return parseModel(onnxBytes(spec));
}

function infos(shapes: Record<string, Extent[]>, types: Record<string, number>) {
  return Object.entries(shapes).map(([name, shape]) => ({
    name,
    type: {
      value: {
        case: "tensorType" as const,
        value: {
          elemType: types[name] ?? type.FLOAT,
          shape: {
            dim: shape.map((extent) => ({
              value:
                typeof extent === "number"
                  ? { case: "dimValue" as const, value: BigInt(extent) }
                  : { case: "dimParam" as const, value: extent },
            })),
          },
        },
      },
    },
  }));
}

function proto({ inputs, outputs, declared = {}, weights = {}, nodes, types = {} }: Spec) {
  return {
    irVersion: 8n,
    opsetImport: [
      { domain: "", version: 17n },
      ...(nodes.some((n) => n.domain) ? [{ domain: "own", version: 1n }] : []),
    ],
    graph: {
      name: "test",
      input: infos(inputs, types),
      output: infos(outputs, types),
      valueInfo: infos(declared, types),
      initializer: Object.entries(weights).map(([name, { dims, data, int64 }]) => ({
        name,
        dims: dims.map(BigInt),
        dataType: int64 ? type.INT64 : type.FLOAT,
        ...(int64 ? { int64Data: data.map(BigInt) } : { floatData: data }),
      })),
      node: nodes.map((node) => ({
        opType: node.op,
        domain: node.domain ?? "",
        input: node.in,
        output: node.out,
        attribute: Object.entries(node.ints ?? {}).map(([name, value]) =>
          Array.isArray(value)
            ? { name, type: kind.INTS, ints: value.map(BigInt) }
            : { name, type: kind.INT, i: BigInt(value) },
        ),
      })),
    },
  };
}
