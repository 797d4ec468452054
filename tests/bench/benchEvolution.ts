/** Figures k, l and n: generations of E-GAN in Node on wasm, by own kernels and by jax-js itself; memory over thousands. */
import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Taken } from "./evolution/timed.ts";
import { type Figure, median, rounded } from "./figure.ts";

/** How often each process is asked in turn, so that others on the machine disturb all alike; the first answers warm up. */
const turns = 15;
const warmUps = 2;
/** Milliseconds from one value on the way to the next at the pace of a first visit. */
const liveEvery = 250;
const parts = ["discriminator", "realGradient", "children", "read"] as const;

const path = (name: string) => fileURLToPath(new URL(`./evolution/${name}.ts`, import.meta.url));

interface Ready {
  readonly traceMs: number;
  readonly previewMs: number;
}

export async function benchEvolution(): Promise<Figure[]> {
  const processes = [start("own"), start("peer")] as const;
  try {
    const [own, peer] = processes;
    const ready = (await answerOf(own)) as Ready;
    await answerOf(peer);
    const [ours = [], jax = []] = await inTurns(processes);
    return [milliseconds(ready, ours), againstPeer(ours, jax), memory()];
  } finally {
    for (const each of processes) each.kill();
  }
}

function start(name: string): ChildProcess {
  return fork(path(name), { execArgv: ["--import", "tsx"] });
}

/** The next message of a process. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`a process that trains ended with ${code}`);
  });
  const [message] = await Promise.race([once(child, "message", { signal }), ended]);
  ended.catch(() => {});
  heard.abort();
  return message;
}

async function inTurns(processes: readonly ChildProcess[]): Promise<Taken[][]> {
  const all: Taken[][] = processes.map(() => []);
  for (let turn = -warmUps; turn < turns; turn++)
    for (const [at, child] of processes.entries()) {
      const answer = answerOf(child);
      child.send("go");
      const taken = (await answer) as Taken[];
      if (turn >= 0) all[at]?.push(...taken);
    }
  return all;
}

const middle = (taken: readonly Taken[], of: keyof Taken) => rounded(median(taken.map((each) => each[of])));

/** Medians of each part; `rest` is drawing latents and batches, feeding, checking. */
function partsOf(taken: readonly Taken[]): Record<string, number> {
  const rest = taken.map((each) => each.ms - parts.reduce((sum, part) => sum + each[part], 0));
  const named = parts.map((part) => [`${part}Ms`, middle(taken, part)]);
  return { ...Object.fromEntries(named), restMs: rounded(median(rest)) };
}

const least = (taken: readonly Taken[]) => rounded(Math.min(...taken.map(({ ms }) => ms)));

function milliseconds(ready: Ready, taken: readonly Taken[]): Figure {
  const ms = middle(taken, "ms");
  const { previewMs, traceMs } = ready;
  return {
    id: "k",
    what: "generation of E-GAN: width 128, batch 64, evaluation 256, three mutations, 1 thread",
    reached: ms,
    aim: 12,
    unit: "ms",
    detail: {
      generations: taken.length,
      leastMs: least(taken),
      ...partsOf(taken),
      autodiffOnceMs: traceMs,
      autodiffShare: 0,
      readShare: rounded(middle(taken, "read") / ms),
      previewMs,
      previewShareLive: rounded(previewMs / (liveEvery + previewMs)),
    },
  };
}

function againstPeer(own: readonly Taken[], peer: readonly Taken[]): Figure {
  return {
    id: "l",
    what: "the same generation, ours / jitted by jax-js on its wasm device, 1 thread each",
    reached: rounded(middle(own, "ms") / middle(peer, "ms")),
    aim: 0.5,
    unit: "x",
    detail: {
      ownMs: middle(own, "ms"),
      peerMs: middle(peer, "ms"),
      peerLeastMs: least(peer),
      leastAgainstLeast: rounded(least(own) / least(peer)),
      ...Object.fromEntries(Object.entries(partsOf(peer)).map(([part, ms]) => [`${part}Peer`, ms])),
    },
  };
}

interface Held {
  readonly heap: number;
  readonly wasm: number;
  readonly resident: number;
}

/** What one process holds after few generations and after many, at small settings. */
function memory(): Figure {
  const { stdout } = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", "tsx", path("memory"), "500", "5000"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  const [few, many] = JSON.parse(stdout) as [Held, Held];
  const megabytes = (bytes: number) => rounded(bytes / 2 ** 20);
  return {
    id: "n",
    what: "memory after 5000 generations / 500, heap and wasm; width 32, batch 16, evaluation 32",
    reached: rounded((many.heap + many.wasm) / (few.heap + few.wasm)),
    aim: 1.1,
    unit: "x",
    detail: {
      heapMB: [megabytes(few.heap), megabytes(many.heap)],
      wasmMB: [megabytes(few.wasm), megabytes(many.wasm)],
      residentMB: [megabytes(few.resident), megabytes(many.resident)],
    },
  };
}
