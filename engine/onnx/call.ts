/** One run of a program as it is: every feed in the shape that it declares, and no axis of samples (training steps). */
import type { Runtime } from "../context.ts";
import type { CpuCaller } from "../cpu/caller.ts";
import { Fault } from "../fault.ts";
import type { Gpu } from "../gpu/device.ts";
import type { GpuKeeper } from "../gpu/keeper.ts";
import type { Ort } from "../platform/ort.ts";
import type { Tensor } from "../tensor.ts";
import { elementTypeOf } from "./elementType.ts";
import { type Entered, enterGpu, enterHost, leaveOrt } from "./exchange.ts";
import type { Ready } from "./execute.ts";
import { type ModelGraph, shapeOf } from "./model.ts";
import { ortFault } from "./ortFault.ts";
import type { Sessions } from "./sessions.ts";

export function createCaller(
  ort: Ort,
  sessions: Sessions,
  keeper: GpuKeeper | null,
  cpu: CpuCaller | null,
): Runtime["call"] {
  async function enter(name: string, found: Ready, graph: ModelGraph, gpu: Gpu | null): Promise<Entered> {
    const entry = { shape: found.shape, times: 1, elementType: elementTypeOf(graph, name) };
    if (found.place === "host") return enterHost(ort, found, entry);
    if (!gpu) throw new Fault(`${name} is no longer on the GPU`, { cure: "Run again." });
    return enterGpu(ort, gpu, found, entry);
  }

  return async (program, feeds, outputs) => {
    for (const [name, { shape }] of Object.entries(feeds)) requireShape(program.graph, name, shape);
    const values: Record<string, Ready> = {};
    for (const [name, value] of Object.entries(feeds))
      values[name] = value.place === "deferred" ? await value.force() : value;
    const computed = await cpu?.call(program, values, outputs).catch((error: unknown) => {
      throw ortFault(error, outputs.join(", "));
    });
    if (computed) return computed;
    const gpu = keeper ? await keeper.open() : null;
    const entered: Record<string, Entered> = {};
    try {
      for (const [name, value] of Object.entries(values))
        entered[name] = await enter(name, value, program.graph, gpu);
      const tensors = Object.fromEntries(Object.entries(entered).map(([name, { tensor }]) => [name, tensor]));
      const made = await sessions.run(program, tensors, outputs);
      const left: Record<string, Tensor> = {};
      for (const [name, value] of Object.entries(made)) left[name] = await leaveOrt(value, gpu);
      return left;
    } finally {
      for (const each of Object.values(entered)) each.leave();
    }
  };
}

/** One run in a wrong shape can poison a session for good. */
function requireShape(graph: ModelGraph, name: string, shape: readonly number[]): void {
  const wanted = shapeOf(graph, name);
  if (!wanted) return;
  const fits =
    wanted.length === shape.length && wanted.every((e, i) => typeof e === "string" || e === shape[i]);
  if (!fits) throw new Fault(`${name}: expected [${wanted.join(", ")}], got [${shape.join(", ")}]`);
}
