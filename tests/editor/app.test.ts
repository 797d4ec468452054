import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { app } from "../../editor/app.ts";

const said = () => app.surroundings.getState().notice?.text;

describe("what is said over the page", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    app.surroundings.setState({ notice: null });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("gives way to what is said later", () => {
    app.say("one");
    app.say("two");
    expect(said()).toBe("two");
    app.say("wrong", "error");
    expect(said()).toBe("wrong");
    app.say("wrong again", "error");
    expect(said()).toBe("wrong again");
  });

  it("can be read for four seconds where something went wrong", () => {
    app.say("wrong", "error");
    vi.advanceTimersByTime(1000);
    app.say("one");
    app.say("two");
    vi.advanceTimersByTime(2900);
    expect(said()).toBe("wrong");
    vi.advanceTimersByTime(200);
    expect(said()).toBe("two");
    app.say("wrong", "error");
    vi.advanceTimersByTime(4100);
    app.say("three");
    expect(said()).toBe("three");
  });
});
