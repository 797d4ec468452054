/** Type and numbers of a chart. */
export const font = { fontSize: 11, fontFamily: "'Inter Variable', Inter, Helvetica, Arial, sans-serif" };

/** About how wide a text of 11 px Inter is, in px: charts are laid out without a screen to measure on. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > "\u2e80" ? 11 : /[ilj.,'| ]/.test(letter) ? 3.5 : 6.6;
  return Math.ceil(width);
}

export const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf));

const minus = (text: string): string => text.replace("-", "−");

/**
 * Says numbers that stand below one another with the same digits after the point: three that count for the largest.
 * `signed` puts a plus before those above zero where others are below.
 */
export function speaker(
  values: readonly (number | null)[],
  { signed: asked = false } = {},
): (value: number | null) => string {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const most = finite.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const whole = finite.every(Number.isInteger);
  const digits = whole || most === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(most))));
  const signed = asked && finite.some((value) => value < 0);
  const format = new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => {
    if (value === null || Number.isNaN(value)) return "";
    if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
    if (most !== 0 && most < 1e-6) return minus(value.toPrecision(3));
    const text = format.format(value).replace(/^-(?=[0.]*$)/, "");
    return `${signed && value > 0 ? "+" : ""}${minus(text)}`;
  };
}
