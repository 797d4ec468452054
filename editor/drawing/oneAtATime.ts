/** Where drawings go. */
export interface Wall<Drawn> {
  take(drawn: Drawn): void;
  fail(error: unknown): void;
  /** What comes after the end. */
  drop?(drawn: Drawn): void;
}

/**
 * Has one wish drawn at a time. Wishes that come meanwhile replace one another: however fast they come, each drawing is of
 * the wish that was the newest when it was begun, and the last is drawn in the end.
 */
export function oneAtATime<Wish, Drawn>(draw: (wish: Wish) => Promise<Drawn>, wall: () => Wall<Drawn>) {
  let next: { readonly wish: Wish } | null = null;
  let busy = false;
  let closed = false;

  async function work(): Promise<void> {
    busy = true;
    while (next && !closed) {
      const { wish } = next;
      next = null;
      await draw(wish).then(
        (drawn) => (closed ? wall().drop?.(drawn) : wall().take(drawn)),
        (error: unknown) => closed || wall().fail(error),
      );
    }
    busy = false;
  }

  return {
    ask(wish: Wish): void {
      next = { wish };
      if (!busy) void work();
    },
    close(): void {
      closed = true;
    },
  };
}
