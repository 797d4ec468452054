/** The graphs that are open, in their order. One is on show; the others wait with their history, selection and view. */
import { createStore } from "zustand/vanilla";
import { app } from "../app.ts";
import type { Transform } from "../canvas/viewport.ts";
import type { OpenDocument } from "../document.ts";
import type { NodeRun } from "../runs.ts";

export interface Tab {
  readonly id: string;
  readonly name: string;
  /** From where it can be opened again: `graph:id` or `sample:file`; null where there is nothing yet. */
  readonly source: string | null;
}

/** What waits while another graph is on show. */
export interface Parked {
  readonly open: OpenDocument;
  readonly nodes: ReadonlySet<string>;
  readonly view: Transform | null;
  readonly runs: readonly (readonly [string, NodeRun])[];
}

const key = "ganglion.tabs";
const most = 12;

export const tabs = createStore<{ readonly all: readonly Tab[] }>(() => ({ all: [] }));
const parked = new Map<string, Parked>();

const active = (): string => app.store.getState().id;
const all = (): readonly Tab[] => tabs.getState().all;
const untouched = ({ id, source }: Tab): boolean =>
  id === active() && app.store.getState().past.length === 0 && !source?.startsWith("graph:");

function set(next: readonly Tab[]): void {
  tabs.setState({ all: next });
  try {
    sessionStorage.setItem(key, JSON.stringify(next.filter(({ source }) => source !== null)));
  } catch {
    // Private mode: a reload opens the last graph alone.
  }
}

/** Those that were open before a reload; they are loaded when they are shown. */
export function recallTabs(): void {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    if (Array.isArray(kept)) tabs.setState({ all: kept as Tab[] });
  } catch {
    // As above.
  }
}

/** Changes what is said of a graph in the strip. */
export function note(id: string, change: Partial<Tab>): void {
  const tab = all().find((each) => each.id === id);
  if (!tab || Object.entries(change).every(([name, value]) => tab[name as keyof Tab] === value)) return;
  set(all().map((each) => (each.id === id ? { ...each, ...change } : each)));
}

/**
 * Makes room for a graph that is about to be shown. What is on show waits, but for a graph that nobody touched: the new one
 * takes its place. Gives the ids of what is no longer open.
 */
export function makePlace(tab: Tab): readonly string[] {
  const known = all().some(({ id }) => id === tab.id);
  const at = all().findIndex(({ id }) => id === active());
  const now = all()[at];
  const gone = now && now.id !== tab.id && untouched(now) ? [now.id] : [];
  if (now && gone.length === 0) park();
  const kept = all().filter(({ id }) => !gone.includes(id));
  const place = at < 0 ? kept.length : at + 1 - gone.length;
  const next = known ? kept.map((each) => (each.id === tab.id ? tab : each)) : kept.toSpliced(place, 0, tab);
  const over = next.length > most ? next.find(({ id }) => id !== tab.id) : undefined;
  set(next.filter((each) => each !== over));
  if (over) parked.delete(over.id);
  return over ? [...gone, over.id] : gone;
}

function park(): void {
  const { nodes } = app.selection.getState();
  const view = app.stage?.transform.getState() ?? null;
  parked.set(active(), { open: app.store.getState(), nodes, view, runs: [...app.runs.nodes.entries()] });
}

/** What waits under this id, which it then no longer does. */
export function unpark(id: string): Parked | null {
  const found = parked.get(id) ?? null;
  parked.delete(id);
  return found;
}

/** Takes a graph out of the strip. */
export function leaveStrip(id: string): void {
  parked.delete(id);
  set(all().filter((tab) => tab.id !== id));
}

/** The graph beside the one on show, round the ends; null where it is alone. */
export function beside(step: 1 | -1): Tab | null {
  const at = all().findIndex(({ id }) => id === active());
  const next = all().at((at + step) % all().length);
  return next && next.id !== active() ? next : null;
}

app.store.subscribe(({ id, document }, before) => {
  if (id === before.id && document.name !== before.document.name) note(id, { name: document.name });
});
