/** A picture that carries its graph, in a text chunk of the PNG file. */
import { decode, encode } from "fast-png";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA */
  readonly data: Uint8ClampedArray;
}

const keyword = "ganglion";

/** A PNG file with the graph's text in it. The chunk holds Latin-1, so all beyond ASCII is escaped as JSON does. */
export function toPng({ width, height, data }: Picture, graph: string): Uint8Array<ArrayBuffer> {
  const plain = graph.replace(
    /[^\n\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const bytes = encode({ width, height, data, channels: 4, depth: 8, text: { [keyword]: plain } });
  return new Uint8Array(bytes);
}

/** The text of the graph that a PNG file carries; null where it carries none. Throws for a file that is damaged. */
export function graphInPng(bytes: Uint8Array): string | null {
  return decode(bytes).text[keyword] ?? null;
}
