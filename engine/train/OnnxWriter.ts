/** Writes a graph node by node; the same operator on the same inputs is written once. */
import { create } from "@bufbuild/protobuf";
import type { ModelGraph } from "../onnx/model.ts";
import {
  AttributeProto_AttributeType as kinds,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  type TensorProto,
  TensorProtoSchema,
  TensorProto_DataType as types,
  ValueInfoProtoSchema,
} from "../onnx/onnx_pb.ts";

/** Attributes of an operator: integers, lists of integers, and real numbers marked as such. */
export type Attributes = Readonly<Record<string, number | readonly number[] | { readonly real: number }>>;
/** A shape; a name is an extent that is free. */
export type Shape = readonly (number | string)[];

/** The operator set that is written. */
const opset = 17n;

export class OnnxWriter {
  readonly #nodes: NodeProto[] = [];
  readonly #initializers: TensorProto[] = [];
  readonly #written = new Map<string, readonly string[]>();
  readonly #inputs: { name: string; shape: Shape }[] = [];
  readonly #outputs: { name: string; shape: Shape }[] = [];

  /** Declares a float32 input. */
  input(name: string, shape: Shape): string {
    this.#inputs.push({ name, shape });
    return name;
  }

  /** Declares a float32 output: a tensor that was written, under a name that it has from now on. */
  output(name: string, from: string, shape: Shape): void {
    const taken = this.#outputs.some((output) => output.name === from);
    const producer = this.#nodes.find(({ output }) => output.includes(from));
    this.#outputs.push({ name, shape });
    if (taken || !producer) this.#nodes.push(node("Identity", [from], [name], {}));
    else
      for (const each of this.#nodes) for (const list of [each.input, each.output]) rename(list, from, name);
  }

  /** One operator with one output. */
  write(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.writeMany(op, inputs, attributes, 1)[0] as string;
  }

  writeMany(
    op: string,
    inputs: readonly string[],
    attributes: Attributes,
    outputs: number,
  ): readonly string[] {
    const key = JSON.stringify([op, inputs, attributes, outputs]);
    const known = this.#written.get(key);
    if (known) return known;
    const at = this.#written.size;
    const names = Array.from({ length: outputs }, (_, i) => (outputs === 1 ? `t${at}` : `t${at}_${i}`));
    this.#nodes.push(node(op, inputs, names, attributes));
    this.#written.set(key, names);
    return names;
  }

  /** The operator and inputs that a written tensor came from. */
  origin(name: string): { readonly op: string; readonly inputs: readonly string[] } | null {
    const producer = this.#nodes.find(({ output }) => output[0] === name);
    return producer ? { op: producer.opType, inputs: producer.input } : null;
  }

  /** The node that gives `name` once more, with further inputs. */
  again(name: string, ...more: readonly string[]): string {
    const { opType, input, attribute } = this.#nodes.find(({ output }) => output[0] === name) as NodeProto;
    const attributes = Object.fromEntries(attribute.map((each) => [each.name, Number(each.i)]));
    return this.write(opType, [...input, ...more], attributes);
  }

  /** int64 numbers, such as the axes of an operator. */
  integers(values: readonly number[]): string {
    const raw = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    return this.#constant(`i${values.join("_")}`, types.INT64, [values.length], raw);
  }

  /** One float32 number. */
  scalar(value: number): string {
    return this.#constant(`f${value}`, types.FLOAT, [], new Uint8Array(Float32Array.of(value).buffer));
  }

  /** float32 weights under a name of their own. */
  weights(name: string, shape: readonly number[], data: Float32Array): string {
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return this.#constant(name, types.FLOAT, shape, raw);
  }

  #constant(name: string, dataType: number, shape: readonly number[], rawData: Uint8Array): string {
    if (this.#written.has(name)) return name;
    this.#written.set(name, [name]);
    this.#initializers.push(create(TensorProtoSchema, { name, dataType, dims: shape.map(BigInt), rawData }));
    return name;
  }

  graph(name: string): ModelGraph {
    return create(ModelProtoSchema, {
      irVersion: 8n,
      producerName: "ganglion",
      opsetImport: [{ domain: "", version: opset }],
      graph: {
        name,
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs.map(info),
        output: this.#outputs.map(info),
      },
    }) as ModelGraph;
  }
}

function rename(names: string[], from: string, to: string): void {
  for (const [at, name] of names.entries()) if (name === from) names[at] = to;
}

function node(
  op: string,
  input: readonly string[],
  output: readonly string[],
  attributes: Attributes,
): NodeProto {
  const attribute = Object.entries(attributes).map(([name, value]) => {
    if (typeof value === "number") return { name, type: kinds.INT, i: BigInt(value) };
    if ("real" in value) return { name, type: kinds.FLOAT, f: value.real };
    return { name, type: kinds.INTS, ints: (value as readonly number[]).map(BigInt) };
  });
  return create(NodeProtoSchema, { opType: op, input: [...input], output: [...output], attribute });
}

function info({ name, shape }: { name: string; shape: Shape }) {
  const dim = shape.map((extent) =>
    typeof extent === "number"
      ? { value: { case: "dimValue" as const, value: BigInt(extent) } }
      : { value: { case: "dimParam" as const, value: extent } },
  );
  const tensor = { elemType: types.FLOAT, shape: { dim } };
  return create(ValueInfoProtoSchema, { name, type: { value: { case: "tensorType", value: tensor } } });
}
