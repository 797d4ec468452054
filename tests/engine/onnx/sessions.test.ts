import { describe, expect, test } from "vitest";
import type { Model } from "../../../engine/models.ts";
import { locked } from "../../../engine/onnx/lock.ts";
import { parseModel } from "../../../engine/onnx/model.ts";
import { createSessions } from "../../../engine/onnx/sessions.ts";
import type { Ort, OrtTensor } from "../../../engine/platform/ort.ts";
import { onnx } from "./build.ts";

const model = {
  sha256: "steps",
  graph: onnx({
    inputs: { x: ["n", 2] },
    outputs: { d: ["n", 2] },
    nodes: ["a", "b", "c", "d"].map((name, at) => ({
      op: "Relu",
      in: ["xabc"[at] as string],
      out: [name],
    })),
  }),
} as unknown as Model;

/** An onnxruntime that notes what is asked of it, takes its time, and fails on demand. */
function recording() {
  const log: string[] = [];
  let busy = 0;
  let failing = false;
  const slowly = async (line: string) => {
    if (busy++ > 0) log.push("OVERLAP");
    await new Promise((done) => setTimeout(done, 1));
    busy--;
    log.push(line);
  };
  const ort = {
    InferenceSession: {
      async create(file: Uint8Array) {
        const { input, output } = parseModel(file).graph;
        const name = `${input.map((each) => each.name)}>${output.map((each) => each.name)}`;
        await slowly(`create ${name}`);
        return {
          inputNames: input.map((each) => each.name),
          async run(feeds: Record<string, unknown>) {
            await slowly(`run ${name} with ${Object.keys(feeds)}`);
            if (failing) throw new Error("std::bad_alloc");
            return {};
          },
          release: () => slowly(`release ${name}`),
        };
      },
    },
  } as unknown as Ort;
  return { ort, log, fail: (on: boolean) => (failing = on) };
}

const some = {} as OrtTensor;
const options = async () => ({});

describe("sessions", () => {
  test("are made once for a cut, and run one at a time", async () => {
    const { ort, log } = recording();
    const sessions = createSessions(ort, options);
    await Promise.all([
      sessions.run(model, { x: some }, ["a"]),
      sessions.run(model, { x: some }, ["a"]),
      sessions.run(model, { a: some }, ["b"]),
    ]);
    expect(log).toEqual(["create x>a", "run x>a with x", "run x>a with x", "create a>b", "run a>b with a"]);
  });

  test("are fed what their outputs depend on and no more", async () => {
    const { ort, log } = recording();
    await createSessions(ort, options).run(model, { x: some, b: some }, ["c"]);
    expect(log).toEqual(["create b>c", "run b>c with b"]);
  });

  test("that were used longest ago make room for others", async () => {
    const { ort, log } = recording();
    const sessions = createSessions(ort, options, { sessions: 2, bytes: 2 ** 30 });
    for (const output of ["a", "b", "a", "c"]) await sessions.run(model, { x: some }, [output]);
    expect(log.filter((line) => line.startsWith("release"))).toEqual(["release x>b"]);
    const small = recording();
    const tight = createSessions(small.ort, options, { sessions: 9, bytes: 1 });
    for (const output of ["a", "b"]) await tight.run(model, { x: some }, [output]);
    expect(small.log.filter((line) => line.startsWith("release"))).toEqual(["release x>a"]);
  });

  test("are made anew after a failure", async () => {
    const { ort, log, fail } = recording();
    const sessions = createSessions(ort, options);
    fail(true);
    await expect(sessions.run(model, { x: some }, ["a"])).rejects.toThrow("not enough memory to compute a");
    fail(false);
    await sessions.run(model, { x: some }, ["a"]);
    const once = ["create x>a", "run x>a with x"];
    expect(log).toEqual([...once, "release x>a", ...once]);
  });

  test("are all freed when they are dropped", async () => {
    const { ort, log } = recording();
    const sessions = createSessions(ort, options);
    void sessions.run(model, { x: some }, ["a"]);
    await sessions.drop();
    expect(log.at(-1)).toBe("release x>a");
  });
});

describe("the lock", () => {
  test("lets one task in after the other, and outlives failures", async () => {
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} in`);
      await new Promise((done) => setTimeout(done, 1));
      log.push(`${name} out`);
      if (name === "a") throw new Error("broken");
      return name;
    };
    const results = await Promise.allSettled([locked(task("a")), locked(task("b"))]);
    expect(log).toEqual(["a in", "a out", "b in", "b out"]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });
});
