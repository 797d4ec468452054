import { useStore } from "zustand";
import { app } from "../app.ts";
import { nodeOf } from "../nodeOf.ts";
import { Dot } from "./Dot.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { Note } from "./Note.tsx";
import type { Stage } from "./stage.ts";

const views = { note: Note, dot: Dot } as const;

/** A node as its declaration wants it drawn. */
export function NodeView({ id, stage }: { id: string; stage: Stage }) {
  const type = useStore(app.store, ({ document }) => nodeOf(document, id)?.type ?? "");
  const drawn = app.catalogue[type]?.drawn;
  const View = drawn ? views[drawn] : NodeCard;
  return <View id={id} stage={stage} />;
}
