import { connectEngine } from "../../../engine/connect.ts";
import { type GraphDocument, graphFormat, graphVersion } from "../../../engine/document.ts";
import type { EngineEvent } from "../../../engine/events.ts";

const document: GraphDocument = {
  format: graphFormat,
  version: graphVersion,
  name: "One picture",
  about: "",
  nodes: [
    { id: "z", type: "sampleLatent", params: { seed: 3 }, at: [0, 0] },
    { id: "w", type: "mapping", params: {}, at: [0, 0] },
    { id: "picture", type: "synthesis", params: {}, at: [0, 0] },
  ],
  wires: [
    { from: ["z", "z"], to: ["w", "z"] },
    { from: ["w", "w"], to: ["picture", "coarse"] },
  ],
  frames: [],
};

/** Runs a graph in a worker that hangs as soon as the run has begun; tells how it ended and in which worker. */
export async function replaceStuckWorker(): Promise<{ workers: number; pictures: number; states: string[] }> {
  const workers: Worker[] = [];
  const makeWorker = () => {
    const worker = new Worker(new URL("./stickyWorker.ts", import.meta.url), { type: "module" });
    workers.push(worker);
    return worker;
  };
  const events: EngineEvent[] = [];
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const hear = (heard: readonly EngineEvent[]) => {
    events.push(...heard);
    for (const event of heard) {
      if (event.kind !== "job") continue;
      if (event.state === "started" && workers.length === 1) workers[0]?.postMessage("hang");
      if (event.state !== "started" && workers.length > 1) finish();
    }
  };
  const client = connectEngine(makeWorker, hear, { limit: 10_000 });
  await client.status();
  client.run(document, [{ node: "picture", preview: true }]);
  await finished;
  client.close();
  const last = new Map(
    events.flatMap((event) => (event.kind === "node" ? [[event.node, event.state.state] as const] : [])),
  );
  const pictures = events.filter((event) => event.kind === "preview").length;
  return { workers: workers.length, pictures, states: [...last.values()] };
}
