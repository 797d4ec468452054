/** What a graph is handed on as: JSON, a link, or a picture that carries it. */
import type { Preview } from "../../engine/preview.ts";
import { app } from "../app.ts";
import { fileStem, handOut } from "../handOut.ts";
import { bytes } from "../numbers.ts";
import { reasonOf } from "../reasonOf.ts";
import { words } from "../words.ts";
import { linkTo, longestLink } from "./link.ts";

/** The open graph as its JSON. */
export async function graphText(): Promise<string> {
  const { serializeGraph } = await import("../../engine/serializeGraph.ts");
  return serializeGraph(app.document, app.catalogue);
}

export async function exportJson(): Promise<void> {
  handOut(fileName("json"), new Blob([await graphText()], { type: "application/json" }));
}

const fileName = (ending: string): string => `${fileStem(app.document.name, "graph")}.${ending}`;

/** The link to the open graph as it is now. */
export const currentLink = async (): Promise<string> => linkTo(await graphText(), location.href);

/** Puts the link into the clipboard, else where a browser refuses that into the address bar. */
export async function copyLink(): Promise<void> {
  const link = await currentLink();
  if (link.length > longestLink) {
    app.say(words.handing.tooLong(bytes(link.length), bytes(longestLink)), "error");
    return;
  }
  try {
    await navigator.clipboard.writeText(link);
    app.say(words.handing.copied(bytes(link.length)));
  } catch {
    history.replaceState(null, "", link);
    app.say(words.handing.inAddressBar);
  }
}

/** The pictures of the one selected node; null where none is selected, or one that shows none. */
export function selectedPictures(): (Preview & { kind: "pixels" }) | null {
  const [id, another] = app.selection.getState().nodes;
  if (id === undefined || another !== undefined) return null;
  const preview = app.runs.nodes.get(id)?.preview;
  return preview?.kind === "pixels" ? preview : null;
}

/** Hands out a PNG that opens as this graph: the selected pictures, else the graph as it lies on the canvas. */
export async function exportPng(): Promise<void> {
  try {
    const [{ toPng }, text] = await Promise.all([import("./graphPng.ts"), graphText()]);
    const preview = selectedPictures();
    if (!preview) app.say(words.handing.drawing);
    const picture = preview
      ? (await import("./sheetOf.ts")).sheetOf(preview)
      : await (await import("./drawGraph.ts")).drawGraph();
    if (!preview) app.surroundings.setState({ notice: null });
    handOut(fileName("png"), new Blob([toPng(picture, text)], { type: "image/png" }));
  } catch (error) {
    app.say(words.exportFailed(reasonOf(error)), "error");
  }
}
