import { useLayoutEffect, useRef } from "react";

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

/** RGBA pixels as they are: one canvas pixel each, scaled without smoothing. */
export function Plane({ pixels, width, height, className = "", open }: Props) {
  const pressed = useRef<readonly [x: number, y: number]>(undefined);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [pixels, width, height]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the node does the same
    <canvas
      ref={canvas}
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
