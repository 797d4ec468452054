/** The command line: the same engine without a browser (contract, section 5). */
import { main } from "./cli/main.ts";

process.exitCode = await main(process.argv.slice(2), {
  say: (text) => process.stdout.write(`${text.trimEnd()}\n`),
  complain: (text) => process.stderr.write(`${text.trimEnd()}\n`),
});
