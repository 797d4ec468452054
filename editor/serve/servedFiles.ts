import { createReadStream } from "node:fs";
import { copyFile, mkdir, stat, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, extname, join } from "node:path";
import type { Connect, Plugin } from "vite";
import { siteFiles } from "./siteFiles.ts";

const types: Record<string, string> = {
  ".json": "application/json; charset=utf-8",
  ".onnx": "application/octet-stream",
  ".mjs": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/** Serves samples and ONNX Runtime's files in development, and lays them beside the bundle in a build. */
export function servedFiles(): Plugin {
  return {
    name: "ganglion:served-files",
    configureServer(server) {
      server.middlewares.use(serve);
    },
    configurePreviewServer(server) {
      server.middlewares.use(headers);
    },
    async writeBundle(options) {
      for (const [address, source] of siteFiles()) {
        const target = join(options.dir ?? ".", address);
        await mkdir(dirname(target), { recursive: true });
        await ("text" in source ? writeFile(target, source.text) : copyFile(source.file, target));
      }
    },
  };
}

/** What carries its hash or its version in its address never changes; all else is asked for again by its ETag. */
const headers: Connect.NextHandleFunction = (request, response, next) => {
  const address = addressOf(request);
  const forever = /^(assets|ort)\//.test(address);
  response.setHeader("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache");
  const type = types[extname(address)];
  if (type !== undefined) response.setHeader("Content-Type", type);
  next();
};

const serve: Connect.NextHandleFunction = (request, response, next) => {
  const address = addressOf(request);
  const source = siteFiles().get(address);
  if (source === undefined) {
    next();
    return;
  }
  response.setHeader("Content-Type", types[extname(address)] ?? "application/octet-stream");
  response.setHeader("Cache-Control", "no-cache");
  // ONNX Runtime starts its threads from one of these files: a worker must be as isolated as its page.
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  if ("text" in source) response.end(source.text);
  else send(source.file, request, response).catch(next);
};

async function send(file: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  response.setHeader("ETag", etag);
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Length", size);
  createReadStream(file).pipe(response);
}

function addressOf(request: IncomingMessage): string {
  return new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
}
