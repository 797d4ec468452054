/** How a person drives one run of evolution: the only place that asks the engine for it. */
import { createStore } from "zustand/vanilla";
import type { Pace } from "../../engine/context.ts";
import { app } from "../app.ts";

export type Watching = Exclude<Pace, "step">;

/** The pace that runs are resumed at. */
export const watching = createStore<{ readonly pace: Watching }>(() => ({ pace: "live" }));

interface Wanted {
  readonly pace?: Pace;
  /** Only this node, and what it needs. */
  readonly only?: string;
}

function run(wanted: Wanted): void {
  const engine: { runAll(wanted: Wanted): void } | null = app.engine;
  engine?.runAll(wanted);
}

/** Starts the run, or goes on where it stood. */
export const resume = (node: string): void => run({ pace: watching.getState().pace, only: node });

/** One generation, then it stands again. */
export const step = (node: string): void => run({ pace: "step", only: node });

/** The run stays where it is. */
export const pause = (): void => app.engine?.cancel();

/** From now on, also for the run under way. */
export function choosePace(node: string, pace: Watching, running: boolean): void {
  watching.setState({ pace });
  if (running) run({ pace, only: node });
}
