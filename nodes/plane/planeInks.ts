/** The colours of a plane, as the interface's tokens (editor/look/tokens.css) have them. */
export interface PlaneInks {
  /** Where D says generated, and where it says real. */
  readonly ground: string;
  readonly field: string;
  readonly point: string;
  readonly real: string;
  readonly ring: string;
  readonly missed: string;
  readonly grid: string;
  readonly text: string;
  readonly line: string;
}

export const darkPlane: PlaneInks = {
  ground: "#191919",
  field: "#1f6fa8",
  point: "#f7a823",
  real: "#9e9e9e",
  ring: "#bdbdbd",
  missed: "#f0f0f0",
  grid: "#9e9e9e",
  text: "#bdbdbd",
  line: "#363636",
};

export const lightPlane: PlaneInks = {
  ground: "#f1f1f1",
  field: "#8fc1ea",
  point: "#8c5500",
  real: "#616161",
  ring: "#474747",
  missed: "#171717",
  grid: "#616161",
  text: "#474747",
  line: "#d6d6d6",
};

/** For files: the light inks on white. */
export const paperPlane: PlaneInks = { ...lightPlane, ground: "#ffffff" };

/** `#rrggbb` as bytes. */
export const bytesOf = (colour: string): readonly [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as [number, number, number];

/** RGB or RGBA pixels of a field of levels 0 to 255, from the ground's colour to that of the field. */
export function fieldPixels(levels: ArrayLike<number>, inks: PlaneInks, channels: 3 | 4) {
  const [from, to] = [bytesOf(inks.ground), bytesOf(inks.field)];
  const pixels = new Uint8ClampedArray(channels * levels.length).fill(255);
  for (let i = 0; i < levels.length; i++)
    for (let channel = 0; channel < 3; channel++) {
      const [low, high] = [from[channel] as number, to[channel] as number];
      pixels[channels * i + channel] = low + ((levels[i] as number) / 255) * (high - low);
    }
  return pixels;
}
