import type { ModelGraph } from "../onnx/model.ts";
import {
  AttributeProto_AttributeType as kinds,
  type NodeProto,
  TensorProto_DataType as type,
} from "../onnx/onnx_pb.ts";
import { numbersOf } from "../onnx/weights.ts";
import type { Kernels } from "./kernels.ts";
import { type Operation, Unplanned } from "./operation.ts";
import { Plan, type Value } from "./Plan.ts";
import { rules } from "./rules.ts";

export interface PlannedProgram {
  readonly plan: Plan;
  readonly inputs: ReadonlyMap<string, Value>;
  readonly outputs: ReadonlyMap<string, Value>;
}

/** Plans a graph for inputs of these shapes. Null where an operator, or the form of one, has no rule. */
export function planProgram(
  { graph }: ModelGraph,
  shapes: Readonly<Record<string, readonly number[]>>,
  kernels: Kernels,
): PlannedProgram | null {
  const plan = new Plan(kernels);
  const values = new Map<string, Value>();
  const known = new Map<string, readonly number[]>();
  for (const initializer of graph.initializer) {
    const data = numbersOf(initializer);
    if (initializer.dataType === type.INT64) known.set(initializer.name, Array.from(data));
    values.set(initializer.name, plan.constant(initializer.dims.map(Number), data));
  }
  const inputs = new Map(Object.entries(shapes).map(([name, shape]) => [name, plan.input(shape)]));
  for (const [name, value] of inputs) values.set(name, value);
  try {
    for (const node of graph.node) {
      const made = rules[node.opType]?.(plan, operationOf(node, values, known)) ?? unplanned(node.opType);
      for (const [at, name] of node.output.entries()) values.set(name, made[at] as Value);
    }
  } catch (error) {
    if (error instanceof Unplanned) return null;
    throw error;
  }
  const outputs = new Map(graph.output.map(({ name }) => [name, values.get(name) as Value]));
  for (const value of outputs.values()) plan.keep(value);
  plan.close();
  return { plan, inputs, outputs };
}

function unplanned(what: string): never {
  throw new Unplanned(what);
}

function operationOf(
  node: NodeProto,
  values: ReadonlyMap<string, Value>,
  known: ReadonlyMap<string, readonly number[]>,
): Operation {
  const attribute = (name: string) => node.attribute.find((each) => each.name === name);
  return {
    inputs: node.input.map((name) => values.get(name) as Value),
    number(name, fallback) {
      const found = attribute(name);
      return found ? (found.type === kinds.FLOAT ? found.f : Number(found.i)) : fallback;
    },
    integers: (name) => attribute(name)?.ints.map(Number) ?? [],
    known(at) {
      return (
        known.get(node.input[at] ?? "") ?? unplanned(`${node.opType} with integers that come from elsewhere`)
      );
    },
  };
}
