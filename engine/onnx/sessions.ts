/** onnxruntime sessions, one a cut, kept while there is room. Everything here runs inside the lock. */
import type { Program } from "../models.ts";
import type { InferenceSession, Ort, OrtTensor } from "../platform/ort.ts";
import { cut } from "./cut.ts";
import { locked } from "./lock.ts";
import { serializeModel } from "./model.ts";
import { ortFault } from "./ortFault.ts";

export interface SessionLimits {
  readonly sessions: number;
  /** Bytes of the cuts together, which is about what their weights take. */
  readonly bytes: number;
}

export interface Sessions {
  /** Runs the cut that gives `outputs` from `feeds`, whose shapes fit. Throws Fault; the session is then made anew. */
  run(
    model: Program,
    feeds: Readonly<Record<string, OrtTensor>>,
    outputs: readonly string[],
  ): Promise<Readonly<Record<string, OrtTensor>>>;
  /** Forgets every session, and frees them where that still works. */
  drop(): Promise<void>;
}

interface Entry {
  readonly session: InferenceSession;
  readonly bytes: number;
}

export function createSessions(
  ort: Ort,
  optionsFor: (outputs: readonly string[]) => Promise<InferenceSession.SessionOptions>,
  limits: SessionLimits = { sessions: 64, bytes: 2 ** 29 },
): Sessions {
  const entries = new Map<string, Entry>();

  async function discard(key: string): Promise<void> {
    const entry = entries.get(key);
    entries.delete(key);
    await entry?.session.release().catch(() => undefined);
  }

  async function makeRoom(bytes: number): Promise<void> {
    const total = () => [...entries.values()].reduce((sum, entry) => sum + entry.bytes, bytes);
    for (const key of entries.keys())
      if (entries.size >= limits.sessions || total() > limits.bytes) await discard(key);
  }

  async function open(
    key: string,
    model: Program,
    inputs: string[],
    outputs: string[],
  ): Promise<InferenceSession> {
    const found = entries.get(key);
    if (found) {
      entries.delete(key);
      entries.set(key, found);
      return found.session;
    }
    const file = serializeModel(cut(model.graph, inputs, outputs));
    await makeRoom(file.length);
    const session = await ort.InferenceSession.create(file, await optionsFor(outputs));
    entries.set(key, { session, bytes: file.length });
    return session;
  }

  async function run(model: Program, feeds: Readonly<Record<string, OrtTensor>>, outputs: string[]) {
    const inputs = Object.keys(feeds).sort();
    const key = JSON.stringify([model.sha256, inputs, outputs]);
    try {
      const session = await open(key, model, inputs, outputs);
      const needed = session.inputNames.map((name) => [name, feeds[name] as OrtTensor]);
      return await session.run(Object.fromEntries(needed));
    } catch (error) {
      await discard(key);
      throw ortFault(error, outputs.join(", "));
    }
  }

  return {
    run: (model, feeds, outputs) => locked(() => run(model, feeds, [...outputs].sort())),
    drop: () =>
      locked(async () => {
        for (const key of [...entries.keys()]) await discard(key);
      }),
  };
}
