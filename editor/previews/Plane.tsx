import { useLayoutEffect, useRef } from "react";

interface Props {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly className?: string;
}

/** RGBA pixels as they are: one canvas pixel each, scaled without smoothing. */
export function Plane({ pixels, width, height, className = "" }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    canvas.current?.getContext("2d")?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [pixels, width, height]);
  return <canvas ref={canvas} className={`plane ${className}`} width={width} height={height} />;
}
