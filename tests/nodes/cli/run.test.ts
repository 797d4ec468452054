import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decode } from "fast-png";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { readNpy } from "../../../engine/npy.ts";
import { tensor } from "../../../engine/tensor.ts";
import { distance } from "../../expectClose.ts";
import { gaussian } from "../arrays.ts";
import mixing from "../known/style-mixing.json" with { type: "json" };
import { mixingGenerator } from "../mixingGenerator.ts";
import { cardFile, directory, graph, graphFile, npyFile } from "./commandLine.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") });
const nodes = [
  { id: "z", type: "sampleLatent", params: { generator: "mixing", seed: 7, count: 3 } },
  { id: "map", type: "mapping" },
  { id: "trunc", type: "truncate" },
  { id: "synth", type: "synthesis" },
  { id: "view", type: "viewImages", params: { columns: 2 } },
  { id: "noise", type: "noise", params: { seed: 5 } },
];
const wires = [
  wire("z.z", "map.z"),
  wire("map.w", "trunc.w"),
  wire("trunc.w", "synth.coarse"),
  wire("synth.image", "view.image"),
];

let folder = "";
let card = "";
let file = "";

beforeAll(async () => {
  folder = await directory();
  card = await cardFile(folder, mixingGenerator);
  file = await graphFile(folder, nodes, wires);
});

/** Runs the graph above; gives the status, the words and the directory with the files. */
async function run(...options: string[]) {
  const out = join(await directory(), "new", "out");
  const result = await graph("run", file, "--model", card, "--backend", "wasm", "--out", out, ...options);
  const read = async (name: string) => new Uint8Array(await readFile(join(out, name)));
  const array = async (name: string) => readNpy(await read(name));
  return { ...result, out, read, array };
}

const fed = (name: string, ...shape: number[]) =>
  npyFile(folder, name, tensor(shape, Float32Array.from(gaussian(3, ...shape).data)));

test("writes a PNG for each view and a summary with the hash of each file", async () => {
  const { status, said, complained, read, out } = await run("--dump", "map.w", "--dump", "noise.noise");
  expect({ status, said, complained }).toEqual({ status: 0, said: "", complained: "" });
  const png = decode(await read("view.png"));
  expect([png.width, png.height, png.channels]).toEqual([128, 128, 3]);
  const summary = JSON.parse(new TextDecoder().decode(await read("run.json")));
  expect(summary).toMatchObject({ graph: "Test", backend: "wasm", state: "done" });
  expect(summary.nodes.map).toMatchObject({ type: "mapping", state: "done", cached: false, shape: [3, 8] });
  expect(summary.nodes.map.ms).toBeGreaterThanOrEqual(0);
  expect(Object.keys(summary.files).sort()).toEqual(["map.w.npy", "noise.noise.json", "view.png"]);
  for (const [name, hash] of Object.entries(summary.files))
    expect(
      createHash("sha256")
        .update(await read(name))
        .digest("hex"),
    ).toBe(hash);
  expect((await readdir(out)).sort()).toEqual(["map.w.npy", "noise.noise.json", "run.json", "view.png"]);
});

test("prints one summary object with --json", async () => {
  const { said, read } = await run("--json");
  expect(JSON.parse(said)).toEqual(JSON.parse(new TextDecoder().decode(await read("run.json"))));
});

test("gives the same files on every run", async () => {
  const [a, b] = [await run("--json"), await run("--json")];
  expect(JSON.parse(a.said).files).toEqual(JSON.parse(b.said).files);
});

test("dumps a port as float32 in C order, and what is no tensor as JSON", async () => {
  const { array, read } = await run(
    "--dump",
    "z.z",
    "--dump",
    "synth.image",
    "--dump",
    "synth.features",
    "--dump",
    "noise.noise",
  );
  const latents = await array("z.z.npy");
  expect(latents.shape).toEqual([3, 8]);
  expect(latents.data).toBeInstanceOf(Float32Array);
  expect((await array("synth.image.npy")).shape).toEqual([3, 3, 64, 64]);
  expect((await array("synth.features.npy")).shape).toEqual([3, 2, 64, 64]);
  expect(JSON.parse(new TextDecoder().decode(await read("noise.noise.json")))).toMatchObject({
    seed: 5,
    strength: 1,
  });
});

describe("--set", () => {
  test("reads the value by the param's type", async () => {
    const { array } = await run(
      "--set",
      "z.count=2",
      "--set",
      "trunc.psi=-1",
      "--dump",
      "trunc.w",
      "--dump",
      "map.w",
    );
    const [w, moved] = [await array("map.w.npy"), await array("trunc.w.npy")];
    expect(w.shape).toEqual([2, 8]);
    const expected = Array.from(w.data, (value, i) => 2 * (mixing.wA.data[i % 8] ?? 0) - value);
    expect(distance(moved.data, expected)).toBeLessThan(1e-5);
  });

  test.each([
    ["z.count=many", "--set z.count: expected an integer of at least 1"],
    ["z.count=0", "expected an integer"],
    ["trunc.psi=NaN", '--set trunc.psi: expected a finite number from -2 to 2, got "NaN"'],
    ["trunc.psi=", "expected a finite number"],
    ["trunc.psy=1", 'truncate has no param "psy"; did you mean psi?'],
    ["trunk.psi=1", 'the graph has no node "trunk"; did you mean trunc?'],
    ["psi=1", "expected node.param"],
    ["trunc.psi", "expected node.param=VALUE"],
  ])("refuses %s with the reason", async (setting, reason) => {
    const { status, complained } = await run("--set", setting);
    expect(status).toBe(2);
    expect(complained).toContain(reason);
  });
});

test("refuses more samples than memory holds before taking any, with a way out", async () => {
  const { status, complained } = await run("--set", "z.count=1000000000");
  expect(status).toBe(1);
  expect(complained).toMatch(/1,000,000,000 samples .* need .* GB, more than the 2 GB .* Lower the count/);
});

describe("--feed", () => {
  test("makes an array the value of a port, and does not run its node", async () => {
    const latents = await fed("z.npy", 2, 8);
    const { array, said } = await run("--feed", `z.z=${latents}`, "--dump", "map.w", "--json");
    const { data, shape } = await array("map.w.npy");
    expect(shape).toEqual([2, 8]);
    expect(distance(data, gaussian(3, 2, 8).data)).toBeLessThan(1e-6);
    expect(JSON.parse(said).state).toBe("done");
  });

  test("carries the generator of the node's own param, else none", async () => {
    const styles = await fed("w.npy", 2, 8);
    const { status, complained } = await run("--feed", `map.w=${styles}`);
    expect(status).toBe(1);
    expect(complained).toContain("trunc (truncate, w): w carries no generator.");
  });

  test.each([
    ["synth.image", [3, 8], "image has 4 dimensions, the file has 2: [3, 8]"],
    ["noise.noise", [3], "noise is no array; it can't be fed"],
  ])("refuses %s from an array %j", async (port, shape, reason) => {
    const { status, complained } = await run("--feed", `${port}=${await fed("wrong.npy", ...shape)}`);
    expect(status).toBe(2);
    expect(complained).toContain(reason);
  });

  test("names a file that is not there, or is no array", async () => {
    const missing = await run("--feed", "z.z=/nowhere/z.npy");
    expect([missing.status, missing.complained]).toEqual([
      2,
      "--feed z.z: /nowhere/z.npy: there is no such file.",
    ]);
    const other = await run("--feed", `z.z=${file}`);
    expect([other.status, other.complained]).toEqual([2, "--feed z.z: graph.json: not an .npy file."]);
  });
});

describe("a node that fails", () => {
  test("is named with type, port, reason and cure; the rest is written", async () => {
    const { status, complained, read } = await run("--set", "synth.tap=no layer", "--dump", "map.w");
    expect(status).toBe(1);
    expect(complained).toContain(
      'synth (synthesis, tap): mixing has no layer called "no layer". Its layers are 4x4 a',
    );
    expect(complained).toContain("view waits for synth");
    expect((await read("map.w.npy")).length).toBeGreaterThan(0);
    const summary = JSON.parse(new TextDecoder().decode(await read("run.json")));
    expect(summary.state).toBe("failed");
    expect(summary.nodes.synth).toMatchObject({ state: "failed", port: "tap" });
    expect(summary.nodes.view).toMatchObject({ state: "blocked", on: "synth" });
  });

  test("for a model that nobody added", async () => {
    const { status, complained } = await run("--set", "z.generator=nope");
    expect(status).toBe(1);
    expect(complained).toContain('z (sampleLatent, generator): there is no model "nope"');
  });
});

test("refuses a dump of a port that is not there", async () => {
  const { status, complained } = await run("--dump", "synth.imge");
  expect([status, complained]).toEqual([
    2,
    '--dump synth.imge: synthesis has no output "imge"; did you mean image?',
  ]);
});

test("says so when there is nothing to compute", async () => {
  const lonely = await graphFile(await directory(), [nodes[0] as object]);
  const { status, complained } = await graph("run", lonely);
  expect(status).toBe(2);
  expect(complained).toContain("nothing to compute: add a view node, or name a port with --dump");
});

test("hands on what enters a bypassed node, also where its output is dumped", async () => {
  const skipped = nodes.map((node) => (node.id === "trunc" ? { ...node, bypassed: true } : node));
  const direct = [...wires.slice(0, 1), wire("map.w", "synth.coarse"), wire("synth.image", "view.image")];
  const graphs = [
    await graphFile(await directory(), skipped, wires),
    await graphFile(await directory(), nodes, direct),
  ];
  const results = [];
  for (const each of graphs) {
    const out = await directory();
    const dumps = ["--dump", each === graphs[0] ? "trunc.w" : "map.w"];
    const { status } = await graph("run", each, "--model", card, "--backend", "wasm", "--out", out, ...dumps);
    expect(status).toBe(0);
    const summary = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
    results.push([summary.files["view.png"], summary.nodes.trunc ?? null, Object.keys(summary.files).sort()]);
  }
  const [through, plain] = results;
  expect(through?.[0]).toBe(plain?.[0]);
  expect(through?.[1]).toEqual({ type: "truncate", state: "bypassed" });
  expect(through?.[2]).toContain("trunc.w.npy");
});
