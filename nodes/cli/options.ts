import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Backend } from "../../engine/context.ts";
import { UsageError } from "./usage.ts";

/** What the command line asks of `graph run`. */
export interface RunOptions {
  readonly file: string;
  readonly out: string;
  readonly set: readonly string[];
  readonly dump: readonly string[];
  readonly feed: readonly string[];
  readonly model: readonly string[];
  readonly backend: Backend | "auto";
  readonly json: boolean;
  readonly quiet: boolean;
}

const backends: readonly string[] = ["auto", "wasm", "webgpu", "native"];

const many = { type: "string", multiple: true, default: [] as string[] } as const;
const flag = { type: "boolean", default: false } as const;

/** Reads the arguments after `run`. Throws UsageError. */
export function parseRun(args: readonly string[]): RunOptions {
  const { values, positionals } = parse(args, {
    out: { type: "string", default: "out" },
    set: many,
    dump: many,
    feed: many,
    model: many,
    backend: { type: "string", default: "auto" },
    json: flag,
    quiet: flag,
  });
  const { backend } = values;
  if (!backends.includes(backend))
    throw new UsageError(`--backend: expected one of ${backends.join(", ")}, got "${backend}"`);
  return { ...values, backend: backend as RunOptions["backend"], file: only(positionals, "run") };
}

/** Reads the arguments after `check`. Throws UsageError. */
export function parseCheck(args: readonly string[]): { file: string; model: readonly string[] } {
  const { values, positionals } = parse(args, { model: many });
  return { model: values.model, file: only(positionals, "check") };
}

/** Reads the arguments after `nodes`. Throws UsageError. */
export function parseNodes(args: readonly string[]): { json: boolean } {
  const { values, positionals } = parse(args, { json: flag });
  if (positionals.length > 0) throw new UsageError(`nodes: takes no file, got ${positionals[0]}`);
  return values;
}

function parse<const T extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(". ");
    throw new UsageError(sentence ?? "wrong arguments");
  }
}

function only(files: readonly string[], command: string): string {
  const [file] = files;
  if (file === undefined)
    throw new UsageError(`${command}: name a graph, such as samples/graphs/01-first-image.json`);
  if (files.length > 1) throw new UsageError(`${command}: expected one graph, got ${files.join(" and ")}`);
  return file;
}
