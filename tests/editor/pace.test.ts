import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pace } from "../../editor/pace.ts";
import { samePreview } from "../../editor/samePreview.ts";
import type { EngineEvent } from "../../engine/events.ts";
import type { Preview } from "../../engine/preview.ts";

const preview = (node: string, value = 0): EngineEvent => ({
  kind: "preview",
  job: 1,
  node,
  preview: { kind: "number", value },
});
const names = (events: readonly EngineEvent[]) =>
  events.map((event) => ("node" in event ? event.node : event.kind));

describe("the pace of events", () => {
  let frames: (() => void)[] = [];
  beforeEach(() => {
    frames = [];
    vi.stubGlobal("document", { visibilityState: "visible" });
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frames.push(frame));
  });
  afterEach(() => vi.unstubAllGlobals());

  it("hands on four pictures a frame, all in order", () => {
    const taken: string[][] = [];
    const hear = pace((events) => void taken.push(names(events)));
    hear(["a", "b", "c", "d", "e", "f"].map((node) => preview(node)));
    hear([{ kind: "job", job: 1, state: "finished", ms: 3 }]);
    while (frames.length > 0) frames.shift()?.();
    expect(taken).toEqual([
      ["a", "b", "c", "d"],
      ["e", "f", "job"],
    ]);
  });

  it("leaves out what a later event makes void", () => {
    const taken: EngineEvent[] = [];
    const hear = pace((events) => void taken.push(...events));
    hear([preview("a", 1), preview("b"), preview("a", 2)]);
    frames.shift()?.();
    expect(taken).toEqual([preview("b"), preview("a", 2)]);
  });
});

describe("two previews", () => {
  const pixels = (...bytes: number[]): Preview => ({
    kind: "pixels",
    width: 1,
    height: 1,
    total: 1,
    columns: null,
    samples: [Uint8ClampedArray.from(bytes)],
  });

  it("are the same where they show the same", () => {
    expect(samePreview(pixels(1, 2, 3, 255), pixels(1, 2, 3, 255))).toBe(true);
    expect(samePreview(pixels(1, 2, 3, 255), pixels(1, 2, 4, 255))).toBe(false);
    expect(samePreview(null, pixels(0, 0, 0, 0))).toBe(false);
    expect(samePreview({ kind: "number", value: 1 }, { kind: "words", text: "1" })).toBe(false);
  });
});
