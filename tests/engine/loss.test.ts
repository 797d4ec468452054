import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createLoss } from "../../engine/loss.ts";

/** Node hands it out to those who ask for it. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

const never = new Promise<never>(() => {});

describe("a call to a worker that may be lost", () => {
  it("gives its answer, or the reason why there is none", async () => {
    const { unlessLost } = createLoss();
    expect(await unlessLost(Promise.resolve(7))).toBe(7);
    await expect(unlessLost(Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  });

  it("rejects when the worker is lost before, with the first reason", async () => {
    const { lose, unlessLost } = createLoss();
    const waiting = [unlessLost(never), unlessLost(never)];
    lose(new Error("stuck"));
    lose(new Error("closed"));
    for (const each of waiting) await expect(each).rejects.toThrow("stuck");
    await expect(unlessLost(Promise.resolve(7))).rejects.toThrow("stuck");
  });

  it("lets go of answers that have come, however long the worker lives", async () => {
    const { unlessLost } = createLoss();
    const answers: WeakRef<object>[] = [];
    for (let call = 0; call < 20; call++) {
      const answer = { call };
      answers.push(new WeakRef(answer));
      await unlessLost(Promise.resolve(answer));
    }
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    expect(answers.filter((answer) => answer.deref()).length).toBeLessThan(3);
  });
});
