import { describe, expect, it } from "vitest";
import { evolutionPreview } from "../../engine/evolutionPreview.ts";
import { makePreview } from "../../engine/makePreview.ts";
import { imagesEvolution, pointsEvolution } from "../nodes/evolution/evolutionFixture.ts";
import { wasm } from "../nodes/workbench.ts";

/** Bytes of all arrays inside. */
function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.buffer.byteLength;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce<number>((sum, inner) => sum + bytesIn(inner), 0);
}

describe("a run over points", () => {
  it("shows what it makes over D's field, with the modes that are covered", async () => {
    const run = pointsEvolution();
    const shown = await evolutionPreview(run, await wasm());
    expect(shown).toMatchObject({ kind: "evolution", generation: 3600, steps: 6000, ms: 22, diverged: null });
    expect(shown.samples.kind === "points" && shown.samples.points.length).toBe(1024);
    const { plane } = shown;
    expect(plane?.modes).toHaveLength(25);
    expect(plane?.modes.filter(({ covered }) => covered).length).toBeGreaterThan(15);
    expect(plane?.field?.levels).toHaveLength(64 * 64);
    expect(plane?.grid).toHaveLength(26);
    expect(shown.highQuality).toBeGreaterThan(0.3);
  });

  it("says why: children, survivors, shares and courses, short enough to send", async () => {
    const shown = await evolutionPreview(pointsEvolution(), await wasm());
    expect(shown.children.map(({ mutation, survives }) => [mutation, survives])).toEqual([
      ["minimax", false],
      ["heuristic", false],
      ["leastSquares", true],
    ]);
    expect(shown.survivors).toHaveLength(56);
    expect(shown.shares).toHaveLength(32);
    expect(shown.recent).toMatchObject({ from: 3201, to: 3600 });
    expect(shown.recent.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(shown.quality).toHaveLength(3);
    expect(shown.discriminatorLoss.values.length).toBeLessThanOrEqual(256);
    expect(shown.snapshots).toHaveLength(11);
    expect(bytesIn(shown)).toBeLessThan(300_000);
  });

  it("shows the first moment, before any child was made", async () => {
    const shown = await evolutionPreview(pointsEvolution({ generation: 0 }), await wasm());
    expect(shown).toMatchObject({ children: [], survivors: [], shares: [] });
    expect(shown.snapshots).toHaveLength(1);
  });
});

it("shows contact sheets of a run over pictures", async () => {
  const shown = await evolutionPreview(imagesEvolution(), await wasm());
  expect(shown).toMatchObject({ plane: null, highQuality: null, measured: [] });
  expect(shown.samples).toMatchObject({ kind: "pictures", width: 8, height: 8 });
  expect(shown.samples.kind === "pictures" && shown.samples.pictures).toHaveLength(16);
  expect(shown.children[0]?.samples.kind === "pictures" && shown.children[0].samples.pictures).toHaveLength(
    9,
  );
  expect(bytesIn(shown)).toBeLessThan(300_000);
});

it("is the preview of the value, and shares no buffer with it", async () => {
  const run = pointsEvolution();
  const shown = await makePreview({ outputs: { evolution: run }, view: null }, await wasm());
  if (shown?.kind !== "evolution" || shown.real.kind !== "points") throw new Error("expected an evolution");
  expect(shown.real.points.buffer).not.toBe(run.real.data.buffer);
});
