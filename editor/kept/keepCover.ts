import { app } from "../app.ts";
import { isDark } from "../settings.ts";
import { drawCover } from "./drawCover.ts";

/** The open graph's picture as it is now; null where it shows none. */
export function coverNow(): Promise<Blob | null> {
  return drawCover({
    document: app.document,
    catalogue: app.catalogue,
    previewOf: (node) => app.runs.nodes.get(node)?.preview,
    dark: isDark(),
  });
}

let drawn: { readonly of: string; readonly previews: readonly unknown[] } | null = null;

/** Keeps the open graph's picture, where the graph itself is kept and shows something new. Never fails: it is only a picture. */
export async function keepCover(): Promise<void> {
  const { id, document } = app.store.getState();
  const previews = document.nodes.map((node) => app.runs.nodes.get(node.id)?.preview);
  if (drawn?.of === id && drawn.previews.length === previews.length)
    if (drawn.previews.every((preview, index) => preview === previews[index])) return;
  try {
    const [kept, cover] = await Promise.all([app.storage?.load(id), coverNow()]);
    if (!kept || !cover) return;
    await app.storage?.keepPicture(id, cover);
    drawn = { of: id, previews };
  } catch {
    // The list shows the graph's silhouette instead.
  }
}
