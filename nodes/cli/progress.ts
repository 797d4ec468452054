import type { EngineEvent } from "../../engine/events.ts";

export interface Progress {
  readonly emit: (event: EngineEvent) => void;
  stop(): void;
}

const silent: Progress = { emit: () => {}, stop: () => {} };

/** A bar on stderr over the nodes of a job, with the one that runs; silent where stderr is no terminal. */
export async function createProgress(quiet: boolean): Promise<Progress> {
  if (quiet || !process.stderr.isTTY) return silent;
  const { default: bars } = await import("cli-progress");
  const bar = new bars.SingleBar({
    format: " {bar} {value} of {total} nodes  {what}",
    barCompleteChar: "\u2588",
    barIncompleteChar: "\u2591",
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  const nodes = new Set<string>();
  const settled = new Set<string>();
  bar.start(1, 0, { what: "" });
  return {
    emit(event) {
      if (event.kind !== "node") return;
      const { node, state } = event;
      nodes.add(node);
      if (state.state !== "queued" && state.state !== "running") settled.add(node);
      const what = state.state === "running" ? `${node} ${state.done} of ${state.of}` : node;
      bar.setTotal(nodes.size);
      bar.update(settled.size, { what });
    },
    stop: () => bar.stop(),
  };
}
