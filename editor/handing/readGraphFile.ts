import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { words } from "../words.ts";

/** Bytes of a JSON file, and of a picture. */
const largest = 20 * 1024 * 1024;
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The graph in a file: JSON, or a PNG that carries one. Throws an Error with the path and the reason. */
export async function readGraphFile(file: File): Promise<GraphDocument> {
  if (file.size > largest) throw new Error(words.tooLarge);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (pngSignature.some((byte, at) => bytes[at] !== byte))
    return readGraphText(new TextDecoder().decode(bytes));
  return readGraphText(await textInPng(bytes));
}

async function textInPng(bytes: Uint8Array): Promise<string> {
  const { graphInPng } = await import("./graphPng.ts");
  let text: string | null;
  try {
    text = graphInPng(bytes);
  } catch {
    throw new Error(words.handing.pictureDamaged);
  }
  if (text === null) throw new Error(words.handing.noGraphInPicture);
  return text;
}

/** The graph that a text is. Throws an Error with the path and the reason. */
export async function readGraphText(text: string): Promise<GraphDocument> {
  const { parseGraph } = await import("../../engine/parseGraph.ts");
  return parseGraph(parsed(text), app.catalogue);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(words.notJson);
  }
}
