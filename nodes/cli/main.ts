import { parseCheck, parseNodes, parseRun } from "./options.ts";
import { suggest, UsageError, usage } from "./usage.ts";

/** Where a command's words go: its answer, and what went wrong. Each is one or more lines. */
export interface Output {
  say(text: string): void;
  complain(text: string): void;
}

/** Each command gives its exit status. What it needs is loaded when it runs. */
const commands: Record<string, (args: readonly string[], output: Output) => Promise<number>> = {
  async run(args, { say, complain }) {
    const options = parseRun(args);
    const { runGraph } = await import("./runGraph.ts");
    const { summary, failures } = await runGraph(options);
    if (summary.note && !options.quiet) complain(summary.note);
    for (const line of failures) complain(line);
    if (options.json) say(JSON.stringify(summary));
    return failures.length > 0 ? 1 : 0;
  },
  async check(args, { say }) {
    const { file, model } = parseCheck(args);
    const { checkGraph } = await import("./checkGraph.ts");
    say(await checkGraph(file, model));
    return 0;
  },
  async nodes(args, { say }) {
    const { json } = parseNodes(args);
    const { describeNodes, nodesAsText } = await import("./describeNodes.ts");
    say(json ? JSON.stringify(describeNodes(), null, 2) : nodesAsText());
    return 0;
  },
  async schema(_, { say }) {
    const { graphSchema } = await import("../graphSchema.ts");
    const { catalogue } = await import("../index.ts");
    say(JSON.stringify(graphSchema(catalogue), null, 2));
    return 0;
  },
};

/** Runs one command; gives the exit status: 0 done, 1 a node failed, 2 a wrong graph or wrong usage. */
export async function main([name = "", ...args]: readonly string[], output: Output): Promise<number> {
  const { say, complain } = output;
  if (["help", "--help", "-h"].includes(name) || args.includes("--help")) {
    say(usage);
    return 0;
  }
  try {
    if (name === "") throw new UsageError(usage);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return await command(args, output);
    throw new UsageError(`there is no command "${name}"; ${suggest(name, Object.keys(commands))}`);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}
