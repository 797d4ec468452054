import type { GraphDocument } from "../../engine/document.ts";
import { shownPort } from "../../engine/shownPort.ts";
import type { SocketType } from "../../engine/values.ts";
import { app } from "../app.ts";
import { nodeOf } from "../nodeOf.ts";
import { typeOf } from "../typeOf.ts";
import { wiresOf } from "../wiresOf.ts";

/** An output whose value is a picture. */
export interface Sight {
  readonly node: string;
  readonly port: string;
}

const pictures: ReadonlySet<SocketType> = new Set(["image", "features", "mask", "segmentation", "dataset"]);

const isPicture = (document: GraphDocument, { node, port }: Sight): boolean =>
  pictures.has(typeOf(document, node, port) as SocketType);

/** What a node shows: the output that its picture is of; where it gives none, the pictures wired into it, in order. */
export function sightsOf(document: GraphDocument, id: string): readonly Sight[] {
  const definition = app.catalogue[nodeOf(document, id)?.type ?? ""];
  if (!definition) return [];
  const port = shownPort(definition.outputs);
  const own = port === null ? null : { node: id, port };
  if (own && isPicture(document, own)) return [own];
  const { entering } = wiresOf(document.wires, id);
  return Object.keys(definition.inputs).flatMap((input) => {
    const wire = entering.get(input);
    const sight = wire && { node: wire.from[0], port: wire.from[1] };
    return sight && isPicture(document, sight) ? [sight] : [];
  });
}
