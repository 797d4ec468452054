import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { fittingScale, nearestScale, nextScale } from "./scales.ts";

export interface View {
  readonly scale: number;
  /** Where the upper left corner of the picture lies in the room, in px. */
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** px kept free round a picture that fits, and that a wheel turns for one step. */
const margin = 24;
const notch = 40;

/** Zoom and pan of a picture in its room: by wheel, pinch, drag and commands. */
export function useView(room: RefObject<HTMLElement | null>, size: Size | null) {
  const [view, setView] = useState<View | null>(null);
  const { width = 0, height = 0 } = size ?? {};

  const fit = useCallback(() => {
    const { clientWidth, clientHeight } = room.current ?? { clientWidth: 0, clientHeight: 0 };
    if (width === 0 || clientWidth === 0) return;
    const scale = fittingScale(width, height, clientWidth - 2 * margin, clientHeight - 2 * margin);
    setView({
      scale,
      x: Math.round((clientWidth - width * scale) / 2),
      y: Math.round((clientHeight - height * scale) / 2),
    });
  }, [room, width, height]);
  useLayoutEffect(fit, [fit]);

  /** Changes the scale so that what lies at a place of the room, else in its middle, stays there. */
  const zoom = useCallback(
    (change: (scale: number) => number, at?: readonly [x: number, y: number]) =>
      setView((before) => {
        if (!before || !room.current) return before;
        const [cx, cy] = at ?? [room.current.clientWidth / 2, room.current.clientHeight / 2];
        const scale = change(before.scale);
        const moved = (place: number, middle: number) =>
          Math.round(middle - ((middle - place) / before.scale) * scale);
        return { scale, x: moved(before.x, cx), y: moved(before.y, cy) };
      }),
    [room],
  );
  const pan = useCallback(
    (dx: number, dy: number) =>
      setView((before) => before && { ...before, x: before.x + dx, y: before.y + dy }),
    [],
  );

  useWheel(room, zoom, width > 0);
  return { view, fit, zoom, pan, on: usePan(room, zoom, pan) };
}

type Zoom = (change: (scale: number) => number, at?: readonly [x: number, y: number]) => void;

/** Not by React: its wheel listeners can't keep the page from zooming. */
function useWheel(room: RefObject<HTMLElement | null>, zoom: Zoom, there: boolean): void {
  useEffect(() => {
    const { current } = room;
    if (!there || !current) return;
    let turned = 0;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = current.getBoundingClientRect();
      turned += event.deltaY * (event.deltaMode === 1 ? 16 : 1) * (event.ctrlKey ? 4 : 1);
      if (Math.abs(turned) < notch) return;
      const larger = turned < 0;
      turned = 0;
      zoom((scale) => nextScale(scale, larger), [event.clientX - left, event.clientY - top]);
    };
    current.addEventListener("wheel", wheel, { passive: false });
    return () => current.removeEventListener("wheel", wheel);
  }, [room, zoom, there]);
}

/** One finger or the mouse pans, two fingers zoom. */
function usePan(room: RefObject<HTMLElement | null>, zoom: Zoom, pan: (dx: number, dy: number) => void) {
  const hands = useRef(new Map<number, readonly [x: number, y: number]>());
  /** How far apart two fingers were, and the scale then. */
  const pinch = useRef<{ readonly apart: number; scale: number | null } | null>(null);
  const lift = ({ pointerId }: PointerEvent) => {
    hands.current.delete(pointerId);
    pinch.current = null;
  };
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      hands.current.set(event.pointerId, [event.clientX, event.clientY]);
      const [a, b] = [...hands.current.values()];
      pinch.current = a && b ? { apart: Math.hypot(a[0] - b[0], a[1] - b[1]), scale: null } : null;
    },
    onPointerMove(event: PointerEvent) {
      const before = hands.current.get(event.pointerId);
      if (!before) return;
      hands.current.set(event.pointerId, [event.clientX, event.clientY]);
      const [a, b] = [...hands.current.values()];
      const { current } = pinch;
      if (!a || !b || !current) return pan(event.clientX - before[0], event.clientY - before[1]);
      const { left, top } = (room.current as HTMLElement).getBoundingClientRect();
      const apart = Math.hypot(a[0] - b[0], a[1] - b[1]);
      zoom(
        (scale) => {
          current.scale ??= scale;
          return nearestScale((current.scale * apart) / current.apart);
        },
        [(a[0] + b[0]) / 2 - left, (a[1] + b[1]) / 2 - top],
      );
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
}
