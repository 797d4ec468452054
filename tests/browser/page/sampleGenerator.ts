import { parseCard } from "../../../engine/card.ts";
import { createLibrary } from "../../../engine/library.ts";
import type { Model } from "../../../engine/models.ts";

/** The first style-based generator among the samples. */
export async function sampleGenerator(): Promise<Model> {
  const { models } = (await fetched("/samples/index.json").then((r) => r.json())) as { models: string[] };
  for (const name of models) {
    const card = parseCard(await fetched(`/samples/models/${name}`).then((r) => r.json()));
    if (card.kind !== "generator" || card.mapping === undefined) continue;
    const library = createLibrary();
    library.add(
      card,
      async () => new Uint8Array(await (await fetched(`/samples/models/${card.onnx}`)).arrayBuffer()),
    );
    return library.get(card.id);
  }
  throw new Error("there is no style-based generator among the samples");
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}
