import type { Colour } from "./canvas.ts";

/** What the time of day does to a scene. */
export interface Light {
  time: "day" | "sunset" | "night" | "overcast";
  zenith: Colour;
  horizon: Colour;
  /** What surfaces are multiplied with. */
  tint: Colour;
  /** Colour of sun or moon. */
  disc: Colour;
  cloud: Colour;
  /** Where the light comes from: -1 left, 1 right. */
  side: -1 | 1;
}

type Palette = Omit<Light, "side" | "time">;

const palettes: Record<Light["time"], Palette> = {
  day: {
    zenith: [0.2, 0.45, 0.9],
    horizon: [0.75, 0.88, 0.98],
    tint: [1, 1, 0.98],
    disc: [1, 0.93, 0.45],
    cloud: [1, 1, 1],
  },
  sunset: {
    zenith: [0.55, 0.36, 0.6],
    horizon: [1, 0.68, 0.36],
    tint: [1, 0.8, 0.66],
    disc: [1, 0.9, 0.55],
    cloud: [1, 0.8, 0.68],
  },
  night: {
    zenith: [0.05, 0.07, 0.22],
    horizon: [0.15, 0.2, 0.42],
    tint: [0.42, 0.48, 0.7],
    disc: [0.98, 0.97, 0.85],
    cloud: [0.36, 0.4, 0.57],
  },
  overcast: {
    zenith: [0.52, 0.6, 0.7],
    horizon: [0.82, 0.85, 0.88],
    tint: [0.84, 0.87, 0.9],
    disc: [0.97, 0.95, 0.86],
    cloud: [0.92, 0.94, 0.96],
  },
};

/**
 * The light of a scene runs along this line, in equal steps of chance: from one time to the next there is every light between,
 * so that no time stands apart from the others.
 */
const times: readonly (readonly [from: number, to: number, time: Light["time"]])[] = [
  [0, 0.1, "overcast"],
  [0.18, 0.46, "day"],
  [0.54, 0.64, "sunset"],
  [0.78, 1, "night"],
];

/** Overcast about 14 %, day 36, sunset 21 and night 29, with the light between them, and a little variation of the sky. */
export function light(random: () => number): Light {
  const { time, palette } = paletteAt(random());
  const shade = 0.9 + 0.2 * random();
  const warm = 0.06 * (random() - 0.5);
  const zenith: Colour = [
    palette.zenith[0] * shade + warm,
    palette.zenith[1] * shade,
    palette.zenith[2] * shade - warm,
  ];
  return { ...palette, time, zenith, side: random() < 0.5 ? -1 : 1 };
}

/** The colours at a place of the line of times, and the time that is nearer. */
function paletteAt(place: number): { time: Light["time"]; palette: Palette } {
  const next = times.findIndex(([, to]) => place <= to);
  const [from, , later] = times[next] ?? [1, 1, "night"];
  const [, since, earlier] = times[next - 1] ?? [0, 0, later];
  const share = place >= from ? 1 : (place - since) / (from - since);
  const [a, b] = [palettes[earlier], palettes[later]];
  const palette: Palette = {
    zenith: mix(a.zenith, b.zenith, share),
    horizon: mix(a.horizon, b.horizon, share),
    tint: mix(a.tint, b.tint, share),
    disc: mix(a.disc, b.disc, share),
    cloud: mix(a.cloud, b.cloud, share),
  };
  return { time: share < 0.5 ? earlier : later, palette };
}

/** From a to b. */
export const mix = (a: Colour, b: Colour, t: number): Colour => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** A surface colour in this light, scaled by `shade`. */
export const lit = (colour: Colour, { tint }: Light, shade = 1): Colour => [
  Math.min(1, colour[0] * tint[0] * shade),
  Math.min(1, colour[1] * tint[1] * shade),
  Math.min(1, colour[2] * tint[2] * shade),
];
