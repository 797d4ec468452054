/** Round places between two ends, about five of them, and how they are said: with the same digits, minus as −. */
export function ticksOf(from: number, to: number, wanted = 5): { at: number; said: string }[] {
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const digits = Math.max(0, Math.min(8, -Math.floor(Math.log10(step) + 1e-9)));
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step;
    return {
      at,
      said: at
        .toFixed(digits)
        .replace(/^-(?=[0.]*$)/, "")
        .replace("-", "−"),
    };
  });
}
