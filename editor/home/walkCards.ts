import type { KeyboardEvent } from "react";

/** Arrow keys go from card to card as the eye does: along a row, or to the nearest card above or below. */
export function walkCards(event: KeyboardEvent<HTMLElement>): void {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
    event.key
  ];
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>(".own-open:enabled, .lesson")];
  const from = cards.indexOf(document.activeElement as HTMLElement);
  if (!direction || from < 0) return;
  event.preventDefault();
  const [dx = 0, dy = 0] = direction;
  const next = dx !== 0 ? cards[from + dx] : nearest(cards, from, dy);
  next?.focus();
}

function nearest(cards: readonly HTMLElement[], from: number, dy: number): HTMLElement | undefined {
  const boxes = cards.map((card) => card.getBoundingClientRect());
  const own = boxes[from];
  if (!own) return undefined;
  const distance = (box: DOMRect) =>
    dy * (box.top - own.top) < 8 ? Number.POSITIVE_INFINITY : far(box, own);
  const best = boxes.reduce(
    (at, box, index) => (distance(box) < distance(boxes[at] as DOMRect) ? index : at),
    from,
  );
  return best === from ? undefined : cards[best];
}

const far = (a: DOMRect, b: DOMRect): number => Math.abs(a.top - b.top) * 10 + Math.abs(a.left - b.left);
