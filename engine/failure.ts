import { Fault } from "./fault.ts";

/** A node that can't give its value: it failed, or waits for Run. Passes through all that need it (SPEC R15). */
export class Failure extends Error {
  readonly node: string;
  readonly fault: Fault;

  constructor(node: string, fault: Fault) {
    super(fault.message);
    this.name = "Failure";
    this.node = node;
    this.fault = fault;
  }
}

/** A heavy node that the job brings no permission for (SPEC R11). */
export class Waiting extends Fault {
  constructor() {
    super("waits for Run");
    this.name = "Waiting";
  }
}

/** Thrown through a job that was cancelled or superseded (SPEC R16). */
export class Stop extends Error {
  constructor() {
    super("stopped");
    this.name = "Stop";
  }
}

const memoryWords =
  /allocation failed|(out of|not enough) memory|bad_alloc|(unable to grow|cannot enlarge).*memory|invalid (typed )?array length|array buffer|OOM/i;

/** True for whatever a runtime says when there is no more memory. */
export function isOutOfMemory(error: unknown): boolean {
  return (
    !(error instanceof Failure) && memoryWords.test(error instanceof Error ? error.message : String(error))
  );
}

/** Any error as one that a person can act on: never a stack trace, memory by name. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (isOutOfMemory(error))
    return new Fault("there is not enough memory for this", {
      cure: "Lower the count or the resolution, or close other previews.",
    });
  const [line = ""] = message.split("\n");
  return new Fault(line.trim() === "" ? "failed without a reason" : line.trim().slice(0, 400));
}
