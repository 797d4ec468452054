import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { suggest } from "../../../nodes/cli/usage.ts";
import { catalogue } from "../../../nodes/index.ts";
import { directory, graph, graphFile, sample } from "./commandLine.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe("wrong usage", () => {
  test.each([
    [["fly"], 'there is no command "fly"'],
    [["chek"], "did you mean check?"],
    [["run"], "run: name a graph"],
    [["run", "a.json", "b.json"], "run: expected one graph, got a.json and b.json"],
    [["run", "nowhere.json"], "nowhere.json: there is no such file"],
    [
      ["run", "a.json", "--backend", "cuda"],
      '--backend: expected one of auto, wasm, webgpu, native, got "cuda"',
    ],
    [["run", "a.json", "--fast"], "Unknown option '--fast'"],
    [["run", "a.json", "--out"], "argument missing"],
    [["nodes", "a.json"], "nodes: takes no file"],
  ])("%j is refused with a reason", async (args, reason) => {
    const { status, complained, said } = await graph(...args);
    expect({ status, said }).toEqual({ status: 2, said: "" });
    expect(complained).toContain(reason);
    expect(complained).not.toMatch(/\n\s+at /);
  });

  test("no command at all shows how it goes", async () => {
    const { status, complained } = await graph();
    expect(status).toBe(2);
    expect(complained).toContain("graph run GRAPH.json");
  });

  test("help is no mistake", async () => {
    expect(await graph("help")).toMatchObject({ status: 0, complained: "" });
    expect((await graph("run", "--help")).said).toContain("--feed node.port=FILE.npy");
  });
});

describe("check", () => {
  const textFile = async (text: string) => {
    const file = join(await directory(), "graph.json");
    await writeFile(file, text);
    return file;
  };

  test("finds nothing wrong with the sample graphs", async () => {
    const { status, said } = await graph("check", sample("graphs/02-style-mixing.json"));
    expect(status).toBe(0);
    expect(said).toMatch(/Style mixing, \d+ nodes, \d+ wires, no problems$/);
  });

  test("gives path and reason, a line for each problem", async () => {
    const file = await graphFile(await directory(), [
      { id: "z", type: "sampleLatent", params: { count: "many" } },
      { id: "z", type: "mapping" },
    ]);
    const { status, complained } = await graph("check", file);
    expect(status).toBe(2);
    expect(complained).toContain(
      `${file}: nodes[0].params.count: expected an integer of at least 1, got "many"`,
    );
    expect(complained).toContain(`${file}: nodes[1].id: nodes[0] is called "z" too`);
  });

  test("names an unknown node type and an unknown model", async () => {
    const file = await graphFile(await directory(), [
      { id: "a", type: "maping" },
      { id: "b", type: "sampleLatent", params: { generator: "nope" } },
    ]);
    const { status, complained } = await graph("check", file);
    expect(status).toBe(2);
    expect(complained).toContain(
      'nodes[0].type: the node type "maping" is not known here; did you mean mapping?',
    );
    expect(complained).toContain('nodes[1].params.generator: there is no model "nope"');
  });

  test.each([
    ["not JSON", "{", "not JSON"],
    ["another format", '{"format": "x"}', 'format: expected "ganglion/graph", got "x"'],
    [
      "a later version",
      '{"format": "ganglion/graph", "version": 9, "nodes": []}',
      "made by a later Ganglion",
    ],
  ])("refuses %s", async (_, text, reason) => {
    const { status, complained } = await graph("check", await textFile(text));
    expect(status).toBe(2);
    expect(complained).toContain(reason);
  });

  test("names a card that can't be read", async () => {
    const { status, complained } = await graph(
      "check",
      sample("graphs/01-first-image.json"),
      "--model",
      "/nowhere.json",
    );
    expect([status, complained]).toEqual([2, "/nowhere.json: there is no such file"]);
  });
});

describe("nodes", () => {
  test("lists the catalogue for people", async () => {
    const { said } = await graph("nodes");
    for (const type of Object.keys(catalogue)) expect(said).toContain(`  ${type}  (`);
    expect(said).toContain("truncate  (w: style, psi = 0.7) -> w: style");
  });

  test("and for programs, ports and params by name", async () => {
    const nodes = JSON.parse((await graph("nodes", "--json")).said) as { type: string }[];
    expect(nodes.map(({ type }) => type)).toEqual(Object.keys(catalogue));
    expect(nodes.find(({ type }) => type === "synthesis")).toMatchObject({
      category: "generator",
      inputs: { coarse: { types: ["style"], optional: false }, fine: { optional: true } },
      params: { tap: { kind: "layer", default: "" } },
      outputs: { image: { types: ["image"] } },
    });
  });
});

test("suggests the nearest name, else what there is", () => {
  expect(suggest("imge", ["image", "features"])).toBe("did you mean image?");
  expect(suggest("zzz", ["image", "features"])).toBe("known are image, features");
  expect(suggest("x", [])).toBe("there are none");
});

test("as a program: answers on stdout, complaints on stderr, the status as its exit code", async () => {
  const run = promisify(execFile);
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const program = (...args: string[]) =>
    run(process.execPath, ["--import", "tsx", "nodes/cli.ts", ...args], { cwd: root });
  expect(JSON.parse((await program("schema")).stdout)).toHaveProperty("$defs");
  await expect(program("run", "nowhere.json")).rejects.toMatchObject({
    code: 2,
    stdout: "",
    stderr: "nowhere.json: there is no such file\n",
  });
});
