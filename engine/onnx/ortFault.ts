/** What onnxruntime threw, as a reason that helps. */
import { Fault } from "../fault.ts";

const missingOperator = [
  /No Op registered for (\w+)/,
  /(?:ai\.onnx|[\w.]+):(\w+)\(-?\d+\) is not a registered function\/op/,
  /Could not find an implementation for (?:[\w.]+:)?(\w+)/,
  /implementation for (?:the node |node )?[\w./]*:?(\w+)\(\d+\)/,
];

const outOfMemory =
  /bad_alloc|integer overflow|out of memory|failed to allocate|allocation failed|allocat\w+ .*fail|memory\.grow|invalid array length|exceeds .*(buffer|limit)/i;

/** onnxruntime-web throws the bare address of a C++ exception where it cannot name it: in practice, no memory. */
const unnamed = /^(?:Error: )?\d+$/;

const notLoaded =
  /no available backend|dynamically imported module|fetching of the wasm failed|initWasm\(\)' failed/i;

/** A trap in the wasm itself: the runtime's memory is no longer to be trusted. */
const crashed =
  /^Aborted\(|memory access out of bounds|table index is out of bounds|^unreachable|null function/i;

/** `what` says whose run it was: the outputs that were asked for. A Fault passes through. */
export function ortFault(error: unknown, what: string): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  const operator = missingOperator.map((pattern) => pattern.exec(message)?.[1]).find(Boolean);
  if (operator)
    return new Fault(`this runtime has no operator ${operator}`, {
      cure: "Export the model with standard ONNX operators, or try another backend.",
    });
  if (outOfMemory.test(message) || unnamed.test(message))
    return new Fault(`not enough memory to compute ${what}`, {
      cure: "Ask for fewer samples (a smaller count), or for a smaller tap.",
    });
  if (notLoaded.test(message))
    return new Fault("onnxruntime could not be loaded", {
      cure: "Check the connection, and that the app's ort/ folder is served; then reload the page.",
    });
  if (crashed.test(message))
    return new Fault(`${what}: onnxruntime crashed`, { cure: "Reload the page, or choose another backend." });
  const [line = ""] = message.split("\n");
  const reason = line
    .replace(/^.*(?:ERROR_MESSAGE|Status Message): /, "")
    .replace(/^\/\S+:\d+ (?:.*?\) )?/, "");
  return new Fault(`${what}: the runtime failed: ${reason}`, {
    cure: "Check the model's card against the file.",
  });
}
