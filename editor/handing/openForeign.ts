/** Opens what comes from elsewhere as a new graph of one's own: nothing that is open is ever replaced. */
import type { GraphDocument } from "../../engine/document.ts";
import { app } from "../app.ts";
import { reasonOf } from "../reasonOf.ts";
import { adopt } from "../session.ts";
import { words } from "../words.ts";
import { graphInLink } from "./link.ts";
import { readGraphFile, readGraphText } from "./readGraphFile.ts";

/** A bad file is refused with path and reason; what was open stays open. */
export const openFile = (file: File): Promise<boolean> => open(file.name, () => readGraphFile(file));

/** The text of a whole graph, as it was pasted. */
export const openText = (text: string): Promise<boolean> =>
  open(words.handing.pasted, () => readGraphText(text));

/** An address that carries a graph. */
export const openLink = (link: string): Promise<boolean> =>
  open(words.handing.link, async () => {
    const text = await graphInLink(link);
    if (text === null) throw new Error(words.handing.linkDamaged);
    return readGraphText(text);
  });

/** Opens a graph where it can be read, else says why not. `from` is what a person would call the source. */
async function open(from: string, read: () => Promise<GraphDocument>): Promise<boolean> {
  try {
    const graph = await read();
    const left = await adopt(graph);
    if (left)
      app.say(words.handing.opened(graph.name, left.name), "info", {
        label: words.handing.back,
        perform: () => void left.back(),
      });
    else app.surroundings.setState({ notice: null });
    return true;
  } catch (error) {
    const refused = words.ended(words.at(from, reasonOf(error)));
    const { ready } = app.surroundings.getState();
    app.say(ready ? words.together(refused, words.staysOpen) : refused, "error");
    return false;
  }
}
