/** The one editor of the page: what is open, what is selected, what runs. React roots share these, not a context. */
import { createStore } from "zustand/vanilla";
import type { Card } from "../engine/card.ts";
import { type GraphDocument, graphFormat, graphVersion } from "../engine/document.ts";
import type { Catalogue } from "../engine/node.ts";
import type { End } from "./canvas/drag.ts";
import type { Stage } from "./canvas/stage.ts";
import type { Transform } from "./canvas/viewport.ts";
import { catalogueIn } from "./catalogueIn.ts";
import { createDocumentStore } from "./document.ts";
import type { Point } from "./edit.ts";
import type { Engine } from "./engine.ts";
import type { Storage } from "./kept/storage.ts";
import type { Sight } from "./lightbox/sightOf.ts";
import { partsOf } from "./parts.ts";
import { createRuns } from "./runs.ts";
import { createSelection } from "./selection.ts";
import { settings } from "./settings.ts";
import { words } from "./words.ts";

/** A message in the quiet bar under the top bar, with at most one thing to do about it. */
export interface Notice {
  readonly text: string;
  readonly tone: "info" | "error";
  readonly act?: { readonly label: string; readonly perform: () => void };
}

/** A search for a node: where on the screen it will stand, and the end of a wire that it is to take up. */
export interface Asked {
  readonly at: Point;
  readonly from: End | null;
}

/** The picture of a node at full size: what it shows, or two pictures against each other. */
export interface Looked {
  readonly node: string;
  readonly sight: Sight | undefined;
  readonly against: Sight | null;
  /** What a person calls it, or both. */
  readonly names: readonly string[];
  readonly sample: number;
}

export interface Surroundings {
  readonly notice: Notice | null;
  readonly saving: "saved" | "saving" | "failed" | "refused" | "elsewhere";
  /** Panels over the canvas, one at a time. */
  readonly open:
    | "help"
    | "palette"
    | "inspector"
    | "graphs"
    | "versions"
    | "share"
    | "finder"
    | "commands"
    | null;
  /** What the finder was opened for; means something while it is open. */
  readonly asked: Asked | null;
  /** The node whose view fills the window. */
  readonly closeUp: string | null;
  /** What fills the window as a picture alone. */
  readonly lightbox: Looked | null;
  readonly cards: readonly Card[];
  /** True while nothing is served: what is kept answers. */
  readonly offline: boolean;
  /** True once a document is there to be shown. */
  readonly ready: boolean;
}

export const emptyDocument: GraphDocument = {
  format: graphFormat,
  version: graphVersion,
  name: words.untitled,
  about: "",
  nodes: [],
  wires: [],
  frames: [],
};

const surroundings = createStore<Surroundings>(() => ({
  notice: null,
  saving: "saved",
  open: null,
  asked: null,
  closeUp: null,
  lightbox: null,
  cards: [],
  offline: false,
  ready: false,
}));

/** An error can be read for so many milliseconds. */
const readable = 4000;
let wrongSince = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

const store = createDocumentStore("", emptyDocument);

export const app = {
  store,
  parts: partsOf(store),
  selection: createSelection(),
  runs: createRuns(),
  surroundings,
  /** Where the next graph that opens was looked at last; null: it is brought into view whole. */
  view: null as Transform | null,
  /** Set once each, when they are up. */
  stage: null as Stage | null,
  engine: null as Engine | null,
  storage: null as Storage | null,

  /** The nodes, in the language that is spoken now. */
  get catalogue(): Catalogue {
    return catalogueIn(settings.getState().language);
  },
  get document(): GraphDocument {
    return app.store.getState().document;
  },
  /** Says something over the page. What went wrong can be read before anything else takes its place. */
  say(text: string, tone: Notice["tone"] = "info", act?: Notice["act"]): void {
    clearTimeout(waiting);
    const notice: Notice = { text, tone, ...(act && { act }) };
    const wrong = surroundings.getState().notice?.tone === "error";
    const left = wrong && tone !== "error" ? wrongSince + readable - performance.now() : 0;
    if (tone === "error") wrongSince = performance.now();
    if (left > 0) waiting = setTimeout(() => surroundings.setState({ notice }), left);
    else surroundings.setState({ notice });
  },
  ask(at: Point, from: End | null = null): void {
    surroundings.setState({ open: "finder", asked: { at, from } });
  },
  /** Closes a panel, where it is still the one that is open. */
  close(panel: Surroundings["open"]): void {
    if (surroundings.getState().open === panel) surroundings.setState({ open: null, asked: null });
  },
  show(open: Surroundings["open"]): void {
    surroundings.setState({ open: surroundings.getState().open === open ? null : open });
  },
};
