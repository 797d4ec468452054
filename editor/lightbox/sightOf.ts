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

/** What a node shows: what it is painted on, else the output that its picture is of, else the pictures wired into it, in order. */
export function sightsOf(document: GraphDocument, id: string): readonly Sight[] {
  const definition = app.catalogue[nodeOf(document, id)?.type ?? ""];
  if (!definition) return [];
  const port = shownPort(definition.outputs);
  const own = port === null ? null : { node: id, port };
  const { entering } = wiresOf(document.wires, id);
  const wired = (input: string): readonly Sight[] => {
    const wire = entering.get(input);
    const sight = wire && { node: wire.from[0], port: wire.from[1] };
    return sight && isPicture(document, sight) ? [sight] : [];
  };
  const [painted] = definition.picture === undefined ? [] : wired(definition.picture);
  if (painted) return [painted];
  if (own && isPicture(document, own)) return [own];
  return Object.keys(definition.inputs).flatMap(wired);
}
