import { useMemo, useRef } from "react";
import { addressOf, bitmapOf } from "./bitmap.ts";

/** px that a hand may move in a click. */
const moved = 4;

interface Props {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly className?: string;
  /** Looks closely: by a click that moved nothing. */
  readonly open?: (() => void) | undefined;
}

/**
 * RGBA pixels as they are, scaled without smoothing. Not a canvas: each of those is a layer of its own, and putting many together
 * takes longer than all else in a frame.
 */
export function Plane({ pixels, width, height, className = "", open }: Props) {
  const pressed = useRef<readonly [x: number, y: number]>(undefined);
  const address = useMemo(() => addressOf(bitmapOf(pixels, width, height)), [pixels, width, height]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the node does the same
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <img
      src={address}
      alt=""
      decoding="sync"
      draggable={false}
      className={`plane ${open ? "opens" : ""} ${className}`}
      width={width}
      height={height}
      onPointerDown={({ clientX, clientY }) => {
        pressed.current = [clientX, clientY];
      }}
      onClick={({ clientX, clientY, shiftKey }) => {
        const [x, y] = pressed.current ?? [clientX, clientY];
        if (!shiftKey && Math.hypot(clientX - x, clientY - y) < moved) open?.();
      }}
    />
  );
}
