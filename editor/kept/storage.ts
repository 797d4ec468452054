/** What keeps graphs: what each entry is, and what can be asked. `openStorage` gives one. */
import type { GraphDocument } from "../../engine/document.ts";
import type { Shape } from "./shapeOf.ts";

/** One graph in the list of what is kept. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly nodes: number;
  /** When it was written last, as Date.now(). */
  readonly at: number;
  readonly shape: Shape;
  /** When it was put into the trash. */
  readonly deleted?: number;
}

/** Why a revision was kept: saved by name, in passing while one worked, or before an older one took its place. */
export type Why = "save" | "edit" | "before";

/** An earlier state of a graph. */
export interface Revision {
  readonly id: string;
  readonly graph: string;
  readonly at: number;
  readonly why: Why;
  readonly name: string;
  readonly nodes: number;
}

/** What can be given up where storage is full, in this order; a graph never is. */
export type Shed = "pictures" | "revisions";

/** Every promise rejects with the browser's own error where it refuses: `QuotaExceededError` where storage is full. */
export interface Storage {
  /** False where the browser refuses storage and all is kept in memory alone. */
  readonly lasting: boolean;
  /** Newest first, the trash included. Reads no documents. */
  list(): Promise<readonly Entry[]>;
  /** The draft if there is one, else what was saved; null for an unknown id. */
  load(id: string): Promise<GraphDocument | null>;
  /** What was saved by name, where a newer draft stands before it. */
  savedBehind(id: string): Promise<GraphDocument | null>;
  draft(id: string, document: GraphDocument): Promise<void>;
  /** Saves by name; the draft is then no longer needed. */
  save(id: string, document: GraphDocument): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Puts a graph into the trash, or takes it out again. */
  trash(id: string, deleted: boolean): Promise<void>;
  /** Removes a graph for good, with its picture and its revisions. */
  remove(id: string): Promise<void>;
  /** The picture of a graph or of a revision. */
  picture(of: string): Promise<Blob | null>;
  keepPicture(of: string, picture: Blob): Promise<void>;
  /** Newest first. Reads no documents. */
  revisions(graph: string): Promise<readonly Revision[]>;
  revision(id: string): Promise<GraphDocument | null>;
  /** Keeps a state of a graph under a new id, which it gives; older ones beyond a sensible number go. */
  addRevision(graph: string, document: GraphDocument, why: Why): Promise<string>;
  /** Makes room. Null where there is nothing left to give up. */
  shed(): Promise<Shed | null>;
}
