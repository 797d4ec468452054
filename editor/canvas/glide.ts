import { reducedMotion } from "../reducedMotion.ts";
import type { Point } from "./route.ts";

export interface Glide {
  /** What moves with the next change of the document glides. */
  next(): void;
  /** Moves nodes: at once, or gliding where `next` was called before. What glides elsewhere still is taken over. */
  move(places: ReadonlyMap<string, Point>): Promise<void>;
  /** Where a node is going; undefined for one at rest. */
  target(id: string): Point | undefined;
}

const lasts = 180;
/** More nodes than this would not glide but stutter. */
const most = 200;

interface Way {
  readonly from: Point;
  readonly to: Point;
  readonly begun: number;
}

/** Nodes that are arranged glide to their new places; `put` draws one at a place, `at` tells where it is now. */
export function createGlide(
  put: (id: string, to: Point) => Promise<unknown>,
  at: (id: string) => Point | undefined,
): Glide {
  const ways = new Map<string, Way>();
  let gliding = false;
  let frame = 0;

  function step(): void {
    const now = performance.now();
    for (const [id, { from, to, begun }] of ways) {
      const share = eased(Math.min(1, (now - begun) / lasts));
      if (share === 1) ways.delete(id);
      void put(id, [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
    }
    frame = ways.size > 0 ? requestAnimationFrame(step) : 0;
  }

  return {
    next() {
      gliding = true;
    },
    async move(places) {
      const glides = gliding && places.size <= most && !reducedMotion();
      gliding = false;
      for (const [id, to] of places) {
        const from = at(id);
        ways.delete(id);
        if (glides && from) ways.set(id, { from, to, begun: performance.now() });
        else await put(id, to);
      }
      if (ways.size > 0 && frame === 0) frame = requestAnimationFrame(step);
    },
    target: (id) => ways.get(id)?.to,
  };
}

/** Close to the curve of the interface: quickly off, gently there. */
const eased = (share: number): number => 1 - (1 - share) ** 3;
