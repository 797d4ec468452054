/** One tab at a time writes a graph: whoever holds its lock. The others are told, and may ask for it. */

/** "here": this tab writes. "elsewhere": another one does. "asking": it is not known yet, for a moment. */
export type Holder = "asking" | "here" | "elsewhere";

export interface Hold {
  readonly holder: () => Holder;
  /** Resolves once it is known who holds it. */
  readonly known: Promise<void>;
  /** Asks the tab that holds it to write what it has and let go. */
  take(): void;
  release(): void;
}

interface Heard {
  /** Called whenever the holder changes; `taken` where another tab took it from this one. */
  changed(holder: Holder, taken: boolean): void;
  /** Called before this tab lets go, to write what is unwritten. */
  leaving(): Promise<void>;
}

/** A page that was left a moment ago, as by a reload, still holds its locks for so long. */
const grace = 600;

const named = (id: string): string => `ganglion.graph.${id}`;

/** Asks for the lock of a graph, and keeps asking until `release`. Without locks in the browser this tab always writes. */
export function hold(id: string, { changed, leaving }: Heard): Hold {
  const { locks } = navigator;
  const channel = new BroadcastChannel(named(id));
  let holder: Holder = "asking";
  let [ended, taken] = [false, false];
  let letGo = () => {};
  let tell = () => {};
  const known = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const asked = new AbortController();
  const become = (next: Holder) => {
    if (ended || next === holder) return;
    holder = next;
    tell();
    changed(next, taken);
    taken = false;
  };
  /** A slow page has its lock late: only one that somebody else holds is elsewhere. */
  const look = async () => {
    if (holder !== "asking" || ended) return;
    const elsewhere = await keepsWaiting(id);
    if (holder !== "asking" || ended) return;
    if (elsewhere) become("elsewhere");
    else timer = setTimeout(look, grace);
  };
  let timer = setTimeout(look, grace);

  function ask(): void {
    const held = () => {
      clearTimeout(timer);
      become("here");
      return new Promise<void>((resolve) => {
        letGo = resolve;
        if (ended) resolve();
      });
    };
    locks.request(named(id), { signal: asked.signal }, held).catch(() => {});
  }

  channel.onmessage = async () => {
    if (holder !== "here") return;
    await leaving();
    taken = true;
    become("elsewhere");
    letGo();
    // In line again: it comes back when the other tab closes.
    if (!ended) ask();
  };
  if (locks) ask();
  else become("here");
  return {
    holder: () => holder,
    known,
    take: () => channel.postMessage("take"),
    release() {
      ended = true;
      clearTimeout(timer);
      tell();
      channel.close();
      asked.abort();
      letGo();
    },
  };
}

/** True where the lock is held and somebody waits for it. */
async function keepsWaiting(id: string): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [held, pending].every((locks) => locks.some(({ name }) => name === named(id)));
}

/** True where another tab or this one holds it. */
export async function isHeld(id: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === named(id));
}
