/** Figures of a whole dissection, graph 07 on the command line: the most memory held, and native against wasm. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Figure, rounded } from "./figure.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const graph = join(root, "samples/graphs/07-what-a-layer-knows.json");

interface Dissection {
  readonly megabytes: number;
  readonly seconds: number;
}

/** Many samples take minutes: 10,000 are dissected only where a `long` bench is asked for, else 2,000. */
export function benchMemory(long: boolean): Figure[] {
  const few = dissect(1000, "wasm");
  const much = long ? 10_000 : 2000;
  const many = dissect(much, "wasm");
  const memory: Figure = {
    id: "i",
    what: `peak memory of dissecting ${much} samples / 1000`,
    reached: rounded(many.megabytes / few.megabytes),
    aim: null,
    unit: "x",
    detail: { few: few.megabytes, many: many.megabytes, secondsFew: few.seconds, secondsMany: many.seconds },
  };
  return [memory, ...(hasNative() ? [nativeAgainst(few)] : [])];
}

function nativeAgainst(wasm: Dissection): Figure {
  const native = dissect(1000, "native");
  return {
    id: "j",
    what: "dissecting 1000 samples, native / wasm",
    reached: rounded(native.seconds / wasm.seconds),
    aim: null,
    unit: "x",
    detail: { nativeSeconds: native.seconds, wasmSeconds: wasm.seconds, nativeMegabytes: native.megabytes },
  };
}

/** Whether onnxruntime-node was installed beside the project. */
function hasNative(): boolean {
  try {
    createRequire(import.meta.url).resolve("onnxruntime-node");
    return true;
  } catch {
    return false;
  }
}

function dissect(samples: number, backend: "wasm" | "native"): Dissection {
  const out = mkdtempSync(join(tmpdir(), "ganglion-bench-"));
  const peak = join(out, "peak");
  const preload = pathToFileURL(join(root, "tests/bench/peakMemory.mjs")).href;
  const command = [
    "run",
    graph,
    "--set",
    `z.count=${samples}`,
    "--backend",
    backend,
    "--out",
    out,
    "--quiet",
  ];
  const { status } = spawnSync(
    process.execPath,
    ["--import", preload, "--import", "tsx", "nodes/cli.ts", ...command],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, PEAK_FILE: peak } },
  );
  if (status !== 0) throw new Error(`graph 07 with ${samples} samples on ${backend} ended with ${status}`);
  const { ms } = JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as { ms: number };
  const kilobytes = Number(readFileSync(peak, "utf8"));
  rmSync(out, { recursive: true });
  return { megabytes: Math.round(kilobytes / 1024), seconds: rounded(ms / 1000) };
}
