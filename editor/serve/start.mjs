/** `npm start`: installs what is missing, builds the editor where its sources changed, serves it and opens it. */
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { install, root } from "./install.mjs";

const { port, host, open } = options();
install();
const began = Date.now();
const built = await build().catch((error) => {
  console.error(`The editor could not be built: ${error.message}`);
  process.exit(1);
});
if (built) console.log(`Built the editor in ${((Date.now() - began) / 1000).toFixed(1)} s.`);

const { preview } = await import("vite");
const server = await preview({
  configFile: join(root, "editor/vite.config.ts"),
  logLevel: "warn",
  preview: { host, port, strictPort: false, open: open && hasBrowser() },
});
const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
console.log(`Ganglion runs at ${address}\nStop it with Ctrl+C.`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    server.close().finally(() => process.exit(0));
  });
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "4173" },
        host: { type: "string", default: "127.0.0.1" },
        "no-open": { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port ${values.port} is no port`);
    return { port, host: values.host, open: !values["no-open"] };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}`);
    console.error("Usage: npm start -- [--port 4173] [--host 127.0.0.1] [--no-open]");
    process.exit(2);
  }
}

/** A continuous-integration run or a machine without a screen has no browser to open. */
function hasBrowser() {
  if (process.env.CI) return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
