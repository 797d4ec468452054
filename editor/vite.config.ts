import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { offlineWorker } from "./serve/offlineWorker.ts";
import { servedFiles } from "./serve/servedFiles.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Cross-origin isolation: without it the browser gives wasm no threads. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default defineConfig({
  root: path("."),
  // One page; an address that does not exist is 404 instead of that page under another name.
  appType: "mpa",
  cacheDir: path("../.cache/vite"),
  resolve: {
    // ONNX Runtime's own files are served at /ort/; this condition picks the builds that do not bundle them.
    conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions],
  },
  optimizeDeps: { exclude: ["onnxruntime-web"] },
  worker: { format: "es" },
  plugins: [react(), servedFiles(), offlineWorker()],
  server: { headers: isolation, fs: { allow: [path("..")] } },
  preview: { headers: isolation },
  build: {
    outDir: path("../.cache/site"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
  },
});
