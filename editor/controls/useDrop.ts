import { type DragEvent, useState } from "react";

/** A place that files may be dropped on: whether some are above it, and what to spread on its element. */
export function useDrop(take: ((files: readonly File[]) => boolean) | null) {
  const [over, setOver] = useState(false);
  if (!take) return { over: false, on: {} };
  const on = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length === 0 || !take(files)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { over, on };
}
