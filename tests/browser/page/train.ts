import { connectEngine } from "../../../engine/connect.ts";
import { type GraphDocument, graphFormat, graphVersion } from "../../../engine/document.ts";
import type { EngineEvent, NodeState } from "../../../engine/events.ts";

export interface Trained {
  /** The first step that it told of, null where it made none. */
  readonly first: number | null;
  readonly state: NodeState | null;
  /** What it showed last. */
  readonly value: number | null;
  readonly checkpoints: number;
}

const graph = (steps: number): GraphDocument => ({
  format: graphFormat,
  version: graphVersion,
  name: "A training",
  about: "",
  nodes: [{ id: "t", type: "train", params: { steps }, at: [0, 0] }],
  wires: [],
  frames: [],
});

/** Trains in a new worker so many steps, or up to a pause; then the worker ends. */
export async function train(steps: number, pauseAt: number | null): Promise<Trained> {
  const makeWorker = () => new Worker(new URL("./trainingWorker.ts", import.meta.url), { type: "module" });
  let [first, state, value]: [number | null, NodeState | null, number | null] = [null, null, null];
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  function hear(events: readonly EngineEvent[]): void {
    for (const event of events) {
      if (event.kind === "node") state = event.state;
      if (event.kind === "preview" && event.preview.kind === "number") value = event.preview.value;
      if (event.kind === "job" && event.state !== "started") end();
      if (state?.state !== "running" || state.done === 0) continue;
      first ??= state.done;
      if (pauseAt !== null && state.done >= pauseAt) client.cancel();
    }
  }
  const client = connectEngine(makeWorker, hear);
  client.run(graph(steps), [{ node: "t", preview: true }], { heavy: true });
  await ended;
  client.close();
  return { first, state, value, checkpoints: await count() };
}

async function count(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("checkpoints");
  let files = 0;
  for await (const _ of folder.keys()) files++;
  return files;
}
