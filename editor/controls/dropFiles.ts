/** Files that are dropped on a node, or on one of its params. */
import type { GraphNode } from "../../engine/document.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import type { Param } from "../../engine/param.ts";
import { app } from "../app.ts";
import { setParams } from "../setParams.ts";
import { words } from "../words.ts";
import { meant } from "./isShown.ts";
import { addPictures } from "./pictures/addPictures.ts";

const largestText = 4 * 1024 * 1024;

/** The param of a node that takes such a file; null where there is none. */
export function paramFor(definition: NodeDefinition | undefined, file: File): string | null {
  const params = Object.entries(definition?.params ?? {});
  return params.find(([, spec]) => takes(spec, file))?.[0] ?? null;
}

/** True where a param takes such a file. */
export function takes({ kind, files }: Param, { name, type }: Pick<File, "name" | "type">): boolean {
  if (kind === "pictures") return type.startsWith("image/");
  return files?.split(",").some((ending) => name.toLowerCase().endsWith(ending)) ?? false;
}

/** Sets a param from files, and what must be set for it to mean something. What can't be taken is said. */
export async function takeFiles(node: GraphNode, name: string, files: readonly File[]): Promise<void> {
  const spec = app.catalogue[node.type]?.params[name];
  const [file] = files;
  if (!spec || !file) return;
  if (spec.kind === "pictures") return addPictures(node.id, name, spec, files);
  if (file.size > largestText) return app.say(words.textTooLarge(file.name), "error");
  setParams(node.id, { [name]: await file.text(), ...meant(spec) });
}

/** True where a node may take files at all. */
export function takesFiles(definition: NodeDefinition | undefined): boolean {
  return Object.values(definition?.params ?? {}).some(
    ({ kind, files }) => kind === "pictures" || files !== undefined,
  );
}
