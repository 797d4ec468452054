import fc from "fast-check";
import type { Places } from "../../../editor/arrange/align.ts";
import { type Box, moved } from "../../../editor/box.ts";

/** Boxes as nodes have them: on whole pixels, from narrow to wide. */
export const boxes = fc
  .array(
    fc.record({
      left: fc.integer({ min: -2000, max: 2000 }),
      top: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 76, max: 540 }),
      height: fc.integer({ min: 28, max: 900 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => {
    const entries = all.map(({ left, top, width, height }, index): [string, Box] => [
      `n${index}`,
      { left, top, right: left + width, bottom: top + height },
    ]);
    return new Map(entries);
  });

/** The boxes where the places have them. */
export function put(before: ReadonlyMap<string, Box>, places: Places): Map<string, Box> {
  const entries = [...before].map(([id, box]): [string, Box] => {
    const [x, y] = places.get(id) ?? [box.left, box.top];
    return [id, moved(box, [x - box.left, y - box.top])];
  });
  return new Map(entries);
}
