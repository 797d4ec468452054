/** Wrong usage of the command line: exit status 2, the message alone on stderr. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** An error in words, for the usual reasons of files without their codes. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a directory";
  if (code === "EACCES") return "it may not be read or written";
  return message ?? String(error);
}

export const usage = `Ganglion on the command line

  graph run GRAPH.json [options]    computes every view node and every --dump
  graph check GRAPH.json            validates only
  graph nodes [--json]              the catalogue
  graph schema                      the JSON Schema of a graph document

Options of run
  --out DIR                    where files go (default: out)
  --set node.param=VALUE       another value for a param; may be repeated
  --dump node.port             writes what leaves a port; may be repeated
  --feed node.port=FILE.npy    an array file as the value of a port; may be repeated
  --model CARD.json            adds a model, the ONNX file beside it; may be repeated
  --backend NAME               auto, wasm, webgpu or native (default: auto)
  --json                       one summary object on stdout
  --quiet                      no progress

Exit status: 0 done, 1 a node failed, 2 a wrong graph or wrong usage.
`;

/** Edits (insert, delete, replace) that turn a into b. Levenshtein 1966. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The wrong name's way out: the name it is nearest to, else all there are. */
export function suggest(name: string, known: readonly string[]): string {
  if (known.length === 0) return "there are none";
  const ranked = known.map((each) => [distance(name.toLowerCase(), each.toLowerCase()), each] as const);
  const [nearest] = ranked.toSorted(([a], [b]) => a - b);
  if (nearest && nearest[0] <= Math.max(1, Math.floor(name.length / 3))) return `did you mean ${nearest[1]}?`;
  const shown = known.slice(0, 12).join(", ");
  return known.length > 12 ? `known are ${shown} and ${known.length - 12} more` : `known are ${shown}`;
}
