import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { familyOf } from "../../editor/canvas/glyphs.tsx";
import { socketTypes } from "../../engine/values.ts";
import { darkInks, lightInks } from "../../nodes/chart/inks.ts";

const css = readFileSync(new URL("../../editor/look/tokens.css", import.meta.url), "utf8");

type Scheme = "dark" | "light";
type Rgb = readonly [number, number, number];

/** The colour of a token, 0 to 1 a channel. */
function token(name: string, scheme: Scheme): Rgb {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  const hex = scheme === "light" ? light : dark;
  expect(hex, `--${name}`).toMatch(/^#/);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

const linear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** Relative luminance (WCAG 2.2). */
const luminance = (color: Rgb): number => {
  const [r, g, b] = color.map(linear) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** OKLab (Ottosson 2020) of a linear colour. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How colours look, as a matrix on linear RGB (Machado 2009, severity 1). */
const sights = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
} as const;

function seen(color: Rgb, sight: keyof typeof sights): Rgb {
  const m = sights[sight];
  const rgb = color.map(linear) as unknown as Rgb;
  const row = (at: number) => (m[at] ?? 0) * rgb[0] + (m[at + 1] ?? 0) * rgb[1] + (m[at + 2] ?? 0) * rgb[2];
  return [row(0), row(3), row(6)].map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
}

const surfaces = ["canvas", "panel", "node", "raised", "field", "hover"];
const families = [...new Set(Object.values(familyOf))];

describe.each<Scheme>(["dark", "light"])("the %s tokens", (scheme) => {
  it("keep text readable on every surface", () => {
    for (const surface of surfaces) {
      const ground = token(surface, scheme);
      expect(contrast(token("text3", scheme), ground), `text3 on ${surface}`).toBeGreaterThanOrEqual(4.5);
      for (const name of ["text", "text2"])
        expect(contrast(token(name, scheme), ground), `${name} on ${surface}`).toBeGreaterThanOrEqual(4.8);
    }
  });

  it("keep what has a meaning readable on every surface", () => {
    for (const surface of surfaces)
      for (const name of ["accent", "info", "ok", "warn", "error"])
        expect(
          contrast(token(name, scheme), token(surface, scheme)),
          `${name} on ${surface}`,
        ).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token("on-accent", scheme), token("accent", scheme))).toBeGreaterThanOrEqual(6.3);
  });

  it("keep the edges of controls at 3:1", () => {
    for (const surface of surfaces)
      expect(contrast(token("edge", scheme), token(surface, scheme)), surface).toBeGreaterThanOrEqual(3);
  });

  it("keep neutrals neutral, so that nothing tints a picture", () => {
    for (const name of [...surfaces, "dot", "line", "edge", "text", "text2", "text3"])
      expect(new Set(token(name, scheme)).size, name).toBe(1);
  });

  it("keep every family of sockets at 3:1 on canvas, panel and node", () => {
    for (const family of families)
      for (const surface of ["canvas", "panel", "node"])
        expect(
          contrast(token(family, scheme), token(surface, scheme)),
          `${family} on ${surface}`,
        ).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ["normal", 0.1],
    ["deuteranopia", 0.08],
    ["protanopia", 0.07],
  ] as const)("keep families apart to %s sight", (sight, least) => {
    for (const [index, a] of families.entries()) {
      for (const b of families.slice(index + 1)) {
        const [one, other] = [a, b].map((name) => oklab(seen(token(name, scheme), sight))) as [Rgb, Rgb];
        const distance = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
        expect(distance, `${a} and ${b}`).toBeGreaterThanOrEqual(least - 0.005);
      }
    }
  });
});

it.each([
  ["dark", darkInks],
  ["light", lightInks],
] as const)("charts are drawn in the %s tokens, their weakest marks at 3:1", (scheme, inks) => {
  const hex = (color: Rgb) =>
    `#${color
      .map((part) =>
        Math.round(part * 255)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
  for (const name of ["text", "text2", "text3", "line", "accent"] as const)
    expect(inks[name], name).toBe(hex(token(name, scheme)));
  expect([inks.weak, inks.strong]).toEqual([hex(token("edge", scheme)), inks.text]);
  const soft = [1, 3, 5].map((at) => Number.parseInt(inks.soft.slice(at, at + 2), 16) / 255);
  expect(contrast(soft as unknown as Rgb, token("node", scheme))).toBeGreaterThanOrEqual(3);
});

it("every socket type has a family", () => {
  expect(Object.keys(familyOf).sort()).toEqual([...socketTypes].sort());
});
