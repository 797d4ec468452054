import { app } from "../app.ts";
import { nameOf } from "../panels/nameOf.ts";
import { sightsOf } from "./sightOf.ts";

/** True where a node shows a picture that can be looked at closely. */
export function hasPicture(id: string): boolean {
  const preview = app.runs.nodes.get(id)?.preview;
  return preview?.kind === "pixels" || preview?.kind === "comparison";
}

/** Shows what a node shows over the whole window: one sample, or two pictures against each other where it compares. A port: what it gives. */
export function openLightbox(id: string, sample = 0, port?: string): void {
  if (port !== undefined) {
    const names = [nameOf(app.document, id)];
    app.surroundings.setState({
      lightbox: { node: id, sight: { node: id, port }, against: null, names, sample },
    });
    return;
  }
  if (!hasPicture(id)) return;
  const preview = app.runs.nodes.get(id)?.preview;
  const [a, b] = sightsOf(app.document, id);
  const against = preview?.kind === "comparison" && a && b ? b : null;
  const shown = against && a ? [a.node, against.node] : [id];
  const names = shown.map((node) => nameOf(app.document, node));
  app.surroundings.setState({ lightbox: { node: id, sight: a, against, names, sample } });
}

/** Shows the pictures of two nodes against each other. */
export function compareInLightbox(first: string, second: string): void {
  const [[a], [b]] = [sightsOf(app.document, first), sightsOf(app.document, second)];
  const names = [first, second].map((node) => nameOf(app.document, node));
  if (a && b)
    app.surroundings.setState({ lightbox: { node: first, sight: a, against: b, names, sample: 0 } });
}
