import { useEffect, useRef } from "react";
import { oneAtATime, type Wall } from "./oneAtATime.ts";

/** Has the newest wish drawn while the component is on the page. `draw` stays the same; `wall` may be new each time. */
export function useDrawn<Wish, Drawn>(
  wish: Wish,
  draw: (wish: Wish) => Promise<Drawn>,
  wall: Wall<Drawn>,
): void {
  const newest = useRef(wall);
  newest.current = wall;
  const line = useRef<ReturnType<typeof oneAtATime<Wish, Drawn>> | null>(null);
  useEffect(() => {
    const own = oneAtATime(draw, () => newest.current);
    line.current = own;
    return () => own.close();
  }, [draw]);
  useEffect(() => line.current?.ask(wish), [wish]);
}
