import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pace } from "../../editor/pace.ts";
import { samePreview } from "../../editor/samePreview.ts";
import type { EngineEvent, NodeState } from "../../engine/events.ts";
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
  let page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  beforeEach(() => {
    frames = [];
    page = Object.assign(new EventTarget(), { visibilityState: "visible" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    vi.stubGlobal("document", page);
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => frames.push(frame));
    vi.stubGlobal("cancelAnimationFrame", (frame: number) => void frames.splice(frame - 1, 1));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const turn = (visibilityState: "visible" | "hidden") => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event("visibilitychange"));
  };

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

  it("tells of all nodes that are queued before what comes of any", () => {
    const taken: string[] = [];
    const hear = pace((events) => void taken.push(...names(events)));
    const state = (node: string, state: NodeState): EngineEvent => ({ kind: "node", job: 1, node, state });
    hear([state("a", { state: "queued" }), state("b", { state: "queued" })]);
    hear([state("a", { state: "running", done: 0, of: 1 })]);
    frames.shift()?.();
    expect(taken).toEqual(["a", "b", "a"]);
  });

  it("keeps the newest of each node while the page is hidden, and shows it in the first frame afterwards", () => {
    const taken: EngineEvent[][] = [];
    const hear = pace((events) => void taken.push([...events]));
    hear([preview("a", 0)]);
    turn("hidden");
    for (let i = 1; i <= 10_000; i++) hear([preview("a", i), preview("b", i)]);
    expect(frames).toHaveLength(0);
    turn("visible");
    expect(taken).toHaveLength(0);
    frames.shift()?.();
    expect(taken).toEqual([[preview("a", 10_000), preview("b", 10_000)]]);
    vi.advanceTimersByTime(5000);
    expect(taken).toHaveLength(1);
  });

  it("tells of a job that goes on for long ten times a second, and of the next one at every frame again", () => {
    const taken: string[][] = [];
    const hear = pace((events) => void taken.push(names(events)));
    const frame = () => frames.shift()?.();
    hear([{ kind: "job", job: 1, state: "started", ms: 0 }, preview("a", 0)]);
    frame();
    vi.advanceTimersByTime(2500);
    for (let i = 1; i <= 20; i++) {
      hear([preview("a", i), preview("b", i)]);
      frame();
      vi.advanceTimersByTime(25);
    }
    expect(taken).toEqual([["job", "a"], ...Array(5).fill(["a", "b"])]);
    hear(["a", "b", "c", "d", "e"].map((node) => preview(node)));
    vi.advanceTimersByTime(100);
    frame();
    expect(taken.slice(-2)).toEqual([["a", "b", "c", "d"], ["e"]]);
    hear([
      { kind: "job", job: 1, state: "finished", ms: 3000 },
      { kind: "job", job: 2, state: "started", ms: 0 },
    ]);
    frame();
    expect(taken.at(-1)).toEqual(["job", "job"]);
  });

  it("tells a hidden page once a second, so that it knows how a run ended", () => {
    const taken: EngineEvent[][] = [];
    const hear = pace((events) => void taken.push([...events]));
    turn("hidden");
    for (let i = 0; i < 30; i++) {
      hear([preview("a", i)]);
      vi.advanceTimersByTime(100);
    }
    hear([{ kind: "job", job: 1, state: "finished", ms: 3 }]);
    vi.advanceTimersByTime(1000);
    expect(taken.length).toBeLessThan(5);
    expect(taken.flat().at(-1)).toMatchObject({ kind: "job" });
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
