/** Whole pixels of the screen to a pixel, or whole pixels to one of the screen: nothing in between would be sharp. */
const scales = [1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96];
const slack = 1e-6;

/** The next larger scale, or the next smaller one. */
export function nextScale(scale: number, larger: boolean): number {
  const next = larger
    ? scales.find((each) => each > scale + slack)
    : scales.findLast((each) => each < scale - slack);
  return next ?? scale;
}

/** The scale nearest to a wanted one. */
export const nearestScale = (wanted: number): number =>
  scales.reduce((best, each) =>
    Math.abs(Math.log(each / wanted)) < Math.abs(Math.log(best / wanted)) ? each : best,
  );

/** The largest scale at which a picture finds room. */
export function fittingScale(width: number, height: number, roomX: number, roomY: number): number {
  const room = Math.min(roomX / width, roomY / height);
  const fit = room >= 1 ? Math.floor(room) : 1 / Math.ceil(1 / Math.max(room, 1 / 64));
  return Math.max(1 / 8, fit);
}
