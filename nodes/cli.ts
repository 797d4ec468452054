/** The command line: the same engine without a browser (contract, section 5). */
import { parseCheck, parseNodes, parseRun } from "./cli/options.ts";
import { suggest, UsageError, usage } from "./cli/usage.ts";

const say = (text: string) => process.stdout.write(`${text.trimEnd()}\n`);
const complain = (text: string) => process.stderr.write(`${text.trimEnd()}\n`);

/** Each command gives its exit status. What it needs is loaded when it runs. */
const commands: Record<string, (args: readonly string[]) => Promise<number>> = {
  async run(args) {
    const options = parseRun(args);
    const { runGraph } = await import("./cli/runGraph.ts");
    const { summary, failures } = await runGraph(options);
    if (summary.note && !options.quiet) complain(summary.note);
    for (const line of failures) complain(line);
    if (options.json) say(JSON.stringify(summary));
    return failures.length > 0 ? 1 : 0;
  },
  async check(args) {
    const { file, model } = parseCheck(args);
    const { checkGraph } = await import("./cli/checkGraph.ts");
    say(await checkGraph(file, model));
    return 0;
  },
  async nodes(args) {
    const { json } = parseNodes(args);
    const { describeNodes, nodesAsText } = await import("./cli/describeNodes.ts");
    say(json ? JSON.stringify(describeNodes(), null, 2) : nodesAsText());
    return 0;
  },
  async schema() {
    const { graphSchema } = await import("./graphSchema.ts");
    const { catalogue } = await import("./index.ts");
    say(JSON.stringify(graphSchema(catalogue), null, 2));
    return 0;
  },
};

/** Runs one command; gives the exit status: 0 done, 1 a node failed, 2 a wrong graph or wrong usage. */
export async function main([name = "help", ...args]: readonly string[]): Promise<number> {
  if (["help", "--help", "-h"].includes(name) || args.includes("--help")) {
    say(usage);
    return 0;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return await command(args);
    throw new UsageError(`there is no command "${name}"; ${suggest(name, Object.keys(commands))}`);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
