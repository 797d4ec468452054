/** A graph as the fragment of an address: deflated, then base64url. No server ever sees it. */

/** Characters of a link: longer ones are cut off by many programs that links travel through. */
export const longestLink = 32 * 1024;
/** Characters of a graph: a short link must not grow to fill the memory. */
const longestGraph = 20 * 1024 * 1024;

const fragment = /#graph=([\w-]*)/;

/** The address with the graph's text in its fragment. */
export async function linkTo(text: string, address: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const graph = btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `${address.replace(/#.*$/s, "")}#graph=${graph}`;
}

/** True for an address, or its fragment, that carries a graph. */
export const isLink = (text: string): boolean => fragment.test(text);

/** The text of the graph in a link; null where the link carries none that can be read. */
export async function graphInLink(link: string): Promise<string | null> {
  const [, graph = ""] = fragment.exec(link) ?? [];
  try {
    const letters = atob(graph.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return await textOf(plain.pipeThrough(new TextDecoderStream("utf-8", { fatal: true })));
  } catch {
    return null;
  }
}

async function textOf(stream: ReadableStream<string>): Promise<string | null> {
  let text = "";
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length > longestGraph) {
      void reader.cancel();
      return null;
    }
  }
  return text === "" ? null : text;
}
