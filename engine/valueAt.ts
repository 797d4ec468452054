import { Fault } from "./fault.ts";
import type { Outputs } from "./node.ts";
import type { Planned } from "./plan.ts";
import type { Value } from "./values.ts";

/** The value that enters `port` from `source.from`, of a type that the port takes. Throws Fault otherwise. */
export function valueAt(
  node: Planned,
  port: string,
  outputs: Outputs,
  [source, from]: readonly [string, string],
): Value {
  const value = outputs[from];
  if (!value)
    throw new Fault(`${source} gives no ${from}`, {
      port,
      cure: `Feed ${source}.${from} too, or remove the wire.`,
    });
  const types = node.definition?.inputs[port]?.types ?? ["number"];
  if (types.includes(value.type)) return value;
  throw new Fault(`${port} takes ${types.join(" or ")}, got ${value.type} from ${source}`, { port });
}
