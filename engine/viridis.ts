/** Viridis at equal steps (S. van der Walt and N. Smith, 2015; CC0); between them colours run straight. */
const anchors = [
  [0x44, 0x01, 0x54],
  [0x47, 0x2d, 0x7b],
  [0x3b, 0x52, 0x8b],
  [0x2c, 0x72, 0x8e],
  [0x21, 0x91, 0x8c],
  [0x28, 0xae, 0x80],
  [0x5e, 0xc9, 0x62],
  [0xad, 0xdc, 0x30],
  [0xfd, 0xe7, 0x25],
] as const;

/** The colour of a level in 0..1, as bytes; levels outside are clamped, NaN is the lowest. */
export function viridis(level: number): [red: number, green: number, blue: number] {
  const steps = anchors.length - 1;
  const at = steps * (level > 0 ? Math.min(1, level) : 0);
  const low = Math.min(steps - 1, Math.floor(at));
  const [from, to] = [anchors[low], anchors[low + 1]] as const;
  const mix = (channel: 0 | 1 | 2) =>
    Math.round((from?.[channel] ?? 0) + (at - low) * ((to?.[channel] ?? 0) - (from?.[channel] ?? 0)));
  return [mix(0), mix(1), mix(2)];
}
