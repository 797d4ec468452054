import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTurns } from "../../editor/turns.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** Turns that note what they start, and begin it as the engine does. */
function setUp() {
  const start = vi.fn(() => turns.began());
  const turns = createTurns(start);
  return { turns, started: () => start.mock.calls.length };
}

it("starts a job for each edit at once", () => {
  const { turns, started } = setUp();
  for (let edit = 0; edit < 3; edit++) turns.edited(false);
  expect(started()).toBe(3);
});

it("lets a hand go on first, and a job end while an edit is in hand, then starts one for all edits since", () => {
  const { turns, started } = setUp();
  for (let edit = 0; edit < 5; edit++) turns.edited(true);
  expect(started()).toBe(0);
  vi.advanceTimersByTime(0);
  expect(started()).toBe(1);
  turns.edited(true);
  vi.advanceTimersByTime(0);
  expect(started()).toBe(1);
  turns.ended();
  expect(started()).toBe(2);
  turns.ended();
  expect(started()).toBe(2);
});

it("waits no longer than a second, counted from the beginning of the job", () => {
  const { turns, started } = setUp();
  turns.edited(true);
  vi.advanceTimersByTime(0);
  vi.advanceTimersByTime(600);
  turns.edited(true);
  vi.advanceTimersByTime(399);
  expect(started()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(started()).toBe(2);
  vi.advanceTimersByTime(5000);
  turns.edited(true);
  vi.advanceTimersByTime(0);
  expect(started()).toBe(3);
});

it("forgets what waits once another edit starts a job, or all stops", () => {
  const { turns, started } = setUp();
  turns.edited(true);
  vi.advanceTimersByTime(0);
  turns.edited(true);
  turns.edited(false);
  turns.ended();
  expect(started()).toBe(2);
  turns.edited(true);
  vi.advanceTimersByTime(0);
  turns.edited(true);
  turns.stop();
  vi.advanceTimersByTime(5000);
  expect(started()).toBe(3);
});
