/** Programs on the CPU by own kernels. */
import type { Program } from "../models.ts";
import { cut } from "../onnx/cut.ts";
import { elementTypeOf } from "../onnx/elementType.ts";
import type { ModelGraph } from "../onnx/model.ts";
import { TensorProto_DataType as type } from "../onnx/onnx_pb.ts";
import { type HostTensor, sizeOf, type Tensor, tensor } from "../tensor.ts";
import type { Kernels } from "./kernels.ts";
import { bytes } from "./memoryLayout.ts";
import { addressOf } from "./Plan.ts";
import { type PlannedProgram, planProgram } from "./planProgram.ts";
import { rules } from "./rules.ts";

/** Plans that are kept, the latest. */
const mostKept = 32;

export interface CpuCaller {
  /** True where every operator of the program has a rule: one runs by own kernels as a whole or not at all. */
  knows(program: Program): boolean;
  /** Runs a program on feeds that fit it; null where own kernels do not know it, or not in this form. */
  call(
    program: Program,
    feeds: Readonly<Record<string, Tensor>>,
    outputs: readonly string[],
  ): Promise<Record<string, HostTensor> | null>;
}

/** One thread, and the same numbers wherever it runs (SPEC R32). */
export function createCpuCaller(): CpuCaller {
  let opened: Promise<Kernels> | null = null;
  const plans = new Map<string, PlannedProgram | null>();
  const known = new WeakMap<ModelGraph, boolean>();

  function knows({ graph }: Program): boolean {
    const found = known.get(graph) ?? graph.graph.node.every(({ opType }) => Object.hasOwn(rules, opType));
    known.set(graph, found);
    return found;
  }

  function planned(kernels: Kernels, { graph, sha256 }: Program, feeds: Feeds, outputs: readonly string[]) {
    const names = Object.keys(feeds).sort();
    const shapes = Object.fromEntries(names.map((name) => [name, feeds[name]?.shape ?? []]));
    const key = JSON.stringify([sha256, shapes, outputs]);
    let found = plans.get(key);
    plans.delete(key);
    if (found === undefined) {
      const real = [...names, ...outputs].every((name) => elementTypeOf(graph, name) === type.FLOAT);
      found = real ? planProgram(cut(graph, names, [...outputs]), shapes, kernels) : null;
    }
    plans.set(key, found);
    for (const old of plans.keys()) if (plans.size > mostKept) plans.delete(old);
    return found;
  }

  return {
    knows,
    async call(program, feeds, outputs) {
      if (!knows(program) || !onHost(feeds)) return null;
      // What makes kernels is large, and most graphs need none.
      opened ??= import("./kernels.ts").then(({ openKernels }) => openKernels());
      const found = planned(await opened, program, feeds, outputs);
      if (!found) return null;
      const numbers = found.plan.run((all) => {
        for (const [name, value] of found.inputs) all.set(feeds[name]?.data ?? [], placeOf(value));
      });
      const made = [...found.outputs].map(([name, value]) => {
        const from = placeOf(value);
        return [name, tensor(value.shape, numbers.slice(from, from + sizeOf(value.shape)))] as const;
      });
      return Object.fromEntries(made);
    },
  };
}

type Feeds = Readonly<Record<string, HostTensor>>;

function onHost(feeds: Readonly<Record<string, Tensor>>): feeds is Feeds {
  return Object.values(feeds).every((value) => value.place === "host");
}

/** Where a value begins, in numbers. */
const placeOf = (value: Parameters<typeof addressOf>[0]) => addressOf(value) / bytes.number;
