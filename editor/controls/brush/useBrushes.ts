import { useMemo } from "react";
import { useStore } from "zustand";
import type { GraphDocument } from "../../../engine/document.ts";
import type { Param } from "../../../engine/param.ts";
import type { Stroke } from "../../../engine/strokes.ts";
import { app } from "../../app.ts";
import { nameOf } from "../../panels/nameOf.ts";
import { wiresOf } from "../../wiresOf.ts";

/** One of several brushes: the port that its units enter, and what a person calls them; null while none are wired in. */
export interface NamedBrush {
  readonly port: string;
  readonly name: string | null;
}

/** The brushes of a param, wired or not, in order; null for a param that paints a mask. */
export function useBrushes(node: string, { brushes }: Param): readonly NamedBrush[] | null {
  // As text, so that only another name or wire draws anew.
  const text = useStore(app.store, ({ document }) =>
    brushes ? JSON.stringify(named(document, node, brushes)) : "null",
  );
  return useMemo(() => JSON.parse(text), [text]);
}

/** Each by the name of the node that its units come from, with its port where two have one name. */
function named(document: GraphDocument, node: string, ports: readonly string[]): NamedBrush[] {
  const { entering } = wiresOf(document.wires, node);
  const names = ports.map((port) => {
    const wire = entering.get(port);
    return wire ? nameOf(document, wire.from[0]) : null;
  });
  return ports.map((port, index) => {
    const name = names[index] ?? null;
    const twice = name !== null && names.indexOf(name) !== names.lastIndexOf(name);
    return { port, name: twice ? `${name} (${port})` : name };
  });
}

/** The ports that units are wired into. */
export const wiredPorts = (brushes: readonly NamedBrush[]): string[] =>
  brushes.flatMap(({ port, name }) => (name === null ? [] : [port]));

/** The brushes to offer: those wired, those that strokes wait for, else the first, to be wired. */
export function offered(brushes: readonly NamedBrush[], strokes: readonly Stroke[]): NamedBrush[] {
  const used = new Set(strokes.map(({ brush }) => brush));
  const those = brushes.filter(({ port, name }) => name !== null || used.has(port));
  return those.length > 0 ? those : brushes.slice(0, 1);
}
