/** Numbers as they are shown: 1,000; minus as −; seconds from 1,000 ms on. */
import { words } from "./words.ts";

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

const minus = (text: string): string => text.replace("-", "−");

/** An integer with groups. */
export const count = (value: number): string => minus(whole.format(value));

/** A duration in ms: `0.6 ms`, `34 ms`, `3.1 s`. */
export function time(ms: number): string {
  if (ms >= 1000) return words.measures.seconds((ms / 1000).toFixed(1));
  return words.measures.milliseconds(ms < 10 ? ms.toFixed(1) : String(Math.round(ms)));
}

/** A shape: `4 × 96 × 8 × 8`. */
export const shape = (extents: readonly number[]): string => extents.map(count).join(" × ");

/** Bytes: `96 KB`, `4 MB`. */
export function bytes(value: number): string {
  if (value < 1024) return `${value} B`;
  if (value < 1024 * 1024) return `${count(value / 1024)} KB`;
  return `${count(value / (1024 * 1024))} MB`;
}

/** A real number with as many digits as a field has room for. */
export function real(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return minus(String(value));
  const size = Math.abs(value);
  if (size !== 0 && (size < 10 ** -digits || size >= 1e6)) return minus(value.toPrecision(3));
  return minus(value.toFixed(digits));
}
