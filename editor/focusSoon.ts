/** Hands the keys to an element that may be drawn only some frames from now, as long as it is wanted. */
export function focusSoon(find: () => HTMLElement | null | undefined, wanted: () => boolean): void {
  const soon = (frames: number) => {
    if (!wanted()) return;
    const element = find();
    if (element) element.focus({ preventScroll: true });
    else if (frames > 0) requestAnimationFrame(() => soon(frames - 1));
  };
  soon(30);
}

/** Hands the keys to a node that was just made, unless something takes them before it is drawn. */
export function focusMade(id: string): void {
  const { activeElement, body } = document;
  focusSoon(
    () => document.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`),
    () => document.activeElement === activeElement || document.activeElement === body,
  );
}
