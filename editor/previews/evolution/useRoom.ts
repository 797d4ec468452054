import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  addEventListener("resize", listener);
  return () => removeEventListener("resize", listener);
};

/** px of a child's picture where there is little room, and where there is more. */
export const slim = 56;
const large = 104;

/** px beside and below the square of what is made. */
const [besideSquare, belowSquare] = [0.6, 340];

/** px across: the square of what is made, the picture of a child, one of the history with `pictures` pictures. */
export function useRoom(pictures: number): { side: number; child: number; snapshot: number } {
  const width = useSyncExternalStore(subscribe, () => innerWidth);
  const height = useSyncExternalStore(subscribe, () => innerHeight);
  const side = Math.floor(Math.max(240, Math.min((1 - besideSquare) * width, height - belowSquare)));
  const strip = (width - 200) / Math.max(1, pictures) - 12;
  return {
    side,
    child: width < 1100 ? slim : large,
    snapshot: Math.floor(Math.max(56, Math.min(96, strip))),
  };
}
