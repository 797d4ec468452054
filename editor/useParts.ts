/** Parts of the open document, kept up to date: only an edit of theirs draws anew what shows them. */
import { useStore } from "zustand";
import type { GraphNode } from "../engine/document.ts";
import type { SocketType } from "../engine/values.ts";
import { app } from "./app.ts";
import { useKeyed } from "./keyed.ts";
import { typeOf } from "./typeOf.ts";
import { type NodeWires, wiresOf } from "./wiresOf.ts";

export const useNode = (id: string): GraphNode | undefined => useKeyed(app.parts.nodes, id);

export const useWires = (node: string): NodeWires =>
  useStore(app.parts.structure, ({ wires }) => wiresOf(wires, node));

/** The type that comes out of a port now; undefined where none is known. */
export const useTypeOf = (node: string, port: string): SocketType | undefined =>
  useStore(app.parts.structure, (structure) => typeOf(structure, node, port));
