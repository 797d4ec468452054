import { app } from "../app.ts";
import { useNode } from "../useParts.ts";
import { Dot } from "./Dot.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { Note } from "./Note.tsx";
import type { Stage } from "./stage.ts";

const views = { note: Note, dot: Dot } as const;

/** A node as its declaration wants it drawn. */
export function NodeView({ id, stage }: { id: string; stage: Stage }) {
  const drawn = app.catalogue[useNode(id)?.type ?? ""]?.drawn;
  const View = drawn ? views[drawn] : NodeCard;
  return <View id={id} stage={stage} />;
}
