import { describe, expect, it } from "vitest";
import { whenText } from "../../../editor/home/whenText.ts";

const now = new Date(2026, 10, 28, 15, 30).getTime();
const said = (...at: [number, number, number, number, number]) =>
  whenText(new Date(...at).getTime(), now, "en");

describe("when a graph was written", () => {
  it("is said as people say it", () => {
    expect(whenText(now - 10_000, now, "en")).toBe("Now");
    expect(said(2026, 10, 28, 15, 18)).toBe("12 minutes ago");
    expect(said(2026, 10, 28, 9, 0)).toBe("6 hours ago");
    expect(said(2026, 10, 27, 23, 59)).toBe("Yesterday");
    expect(said(2026, 10, 24, 8, 0)).toBe("Tuesday");
    expect(said(2026, 10, 2, 8, 0)).toBe("2 November");
    expect(said(2025, 10, 2, 8, 0)).toBe("2 November 2025");
  });
  it("is said in Chinese, too", () => {
    expect(whenText(now - 12 * 60_000, now, "zh-CN")).toMatch(/12\s*分钟前/);
  });
});
