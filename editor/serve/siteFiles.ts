import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What the site holds beside the bundle: address (without the leading slash) to a file, or to text made here. */
export type SiteFiles = ReadonlyMap<string, { readonly file: string } | { readonly text: string }>;

/** The builds of ONNX Runtime that the browser platform may choose: plain wasm, WebGPU, WebGPU over JSPI. */
const runtimes = ["", ".asyncify", ".jspi"];

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));
const runtime = fileURLToPath(new URL("../../node_modules/onnxruntime-web/", import.meta.url));

/** Sample models and graphs with their covers, what is in them, and ONNX Runtime's files. Read anew at each call. */
export function siteFiles(): SiteFiles {
  const files = new Map<string, { file: string } | { text: string }>();
  const models = namesIn("models", /\.(json|onnx)$/);
  const graphs = namesIn("graphs", /\.json$/);
  for (const name of models) files.set(`samples/models/${name}`, { file: `${samples}models/${name}` });
  for (const name of graphs) files.set(`samples/graphs/${name}`, { file: `${samples}graphs/${name}` });
  const covers = namesIn("covers", /\.webp$/);
  for (const name of covers) files.set(`samples/covers/${name}`, { file: `${samples}covers/${name}` });
  files.set("samples/course.json", { text: JSON.stringify(graphs.map((name) => lesson(name, covers))) });
  const cards = models.filter((name) => name.endsWith(".json"));
  files.set("samples/index.json", { text: JSON.stringify({ models: cards, graphs }) });
  const { version } = JSON.parse(readFileSync(`${runtime}package.json`, "utf8")) as { version: string };
  for (const variant of runtimes) {
    for (const ending of ["mjs", "wasm"]) {
      const name = `ort-wasm-simd-threaded${variant}.${ending}`;
      files.set(`ort/${version}/${name}`, { file: `${runtime}dist/${name}` });
    }
  }
  return files;
}

/** What the gallery shows of a graph, without opening it. */
function lesson(file: string, covers: readonly string[]): object {
  const { name, about, nodes, wires } = JSON.parse(readFileSync(`${samples}graphs/${file}`, "utf8"));
  const cover = file.replace(/\.json$/, ".webp");
  const places = nodes.map(({ id, type, at }: { id: string; type: string; at: unknown }) => ({
    id,
    type,
    at,
  }));
  return { file, name, about, nodes: places, wires, cover: covers.includes(cover) ? cover : null };
}

function namesIn(folder: string, pattern: RegExp): string[] {
  const path = `${samples}${folder}`;
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => pattern.test(name))
    .sort();
}
