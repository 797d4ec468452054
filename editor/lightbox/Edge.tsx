import type { PointerEvent } from "react";
import { words } from "../words.ts";
import type { View } from "./useView.ts";

interface Props {
  readonly view: View;
  readonly width: number;
  readonly height: number;
  readonly edge: number;
  move(edge: number): void;
}

export const edgeStep = 0.05;

/** The edge between two pictures: dragged, or moved by arrow keys. */
export function Edge({ view, width, height, edge, move }: Props) {
  const across = width * view.scale;
  const drag = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left = 0 } = event.currentTarget.parentElement?.getBoundingClientRect() ?? {};
    move((event.clientX - left - view.x) / across);
  };
  return (
    <div
      className="light-edge"
      role="slider"
      tabIndex={0}
      aria-label={words.lightbox.edge}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(edge * 100)}
      style={{ left: view.x + across * edge, top: view.y, height: height * view.scale }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -edgeStep, ArrowRight: edgeStep }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        move(edge + by);
      }}
    >
      <span aria-hidden>A</span>
      <span aria-hidden>B</span>
    </div>
  );
}
