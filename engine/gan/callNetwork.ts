import type { Runtime } from "../context.ts";
import type { HostTensor } from "../tensor.ts";
import type { Network } from "./evolution.ts";

/** What a network makes of x [n, ...]. Throws Fault. */
export async function callNetwork(network: Network, x: HostTensor, runtime: Runtime): Promise<HostTensor> {
  const { program, weights, input, output } = network;
  const made = await runtime.call(program, { ...weights, [input]: x }, [output]);
  const tensor = made[output];
  if (!tensor) throw new Error(`callNetwork: there is no ${output}`);
  const host = await runtime.read(tensor);
  runtime.release(tensor);
  return host;
}
