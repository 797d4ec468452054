import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open({ colorScheme: "dark" });
  // The first sample is there; the graphs of this file take its place before it has run.
  await vi.waitFor(async () => expect(await editor.wires()).toHaveLength(26), { timeout: 60_000 });
});

const effects = [
  "concept,before,after,effect,relative,error",
  "tree,0.073,0.021,-0.052,-0.712,0.0041",
  "sky,0.417,0.489,0.072,0.173,0.0102",
  "grass,0.309,0.293,-0.016,-0.052,0.0068",
  "door,0.004,0.004,0,,0.0003",
].join("\n");
const rankings = [
  "unit,sky,tree,building",
  "0,0.41,0.02,0.1",
  "1,0.05,0.32,0.01",
  "2,0.01,0.02,0.03",
  "3,0.2,0.11,0.09",
  "4,0.02,0.12,0.07",
].join("\n");
const nodes = [
  { id: "effects", type: "csvTable", params: { csv: effects }, at: [0, 0] },
  { id: "rankings", type: "csvTable", params: { csv: rankings }, at: [0, 320] },
  { id: "table", type: "viewTable", at: [280, 0], width: 480 },
  { id: "bars", type: "viewChart", params: { highlight: "tree" }, at: [840, 0], width: 400 },
  { id: "concepts", type: "viewChart", params: { kind: "concepts" }, at: [280, 320], width: 400 },
  { id: "heat", type: "viewChart", params: { kind: "heat" }, at: [840, 320], width: 400 },
  { id: "units", type: "viewUnits", at: [280, 700], width: 480 },
];
const wires = [
  { from: ["effects", "table"], to: ["table", "table"] },
  { from: ["effects", "table"], to: ["bars", "data"] },
  { from: ["rankings", "table"], to: ["concepts", "data"] },
  { from: ["rankings", "table"], to: ["heat", "data"] },
  { from: ["rankings", "table"], to: ["units", "scores"] },
];
const graph = JSON.stringify({ format: "ganglion/graph", version: 1, name: "Charts", nodes, wires });

beforeEach(async () => {
  await editor.importText("charts.json", graph);
  await vi.waitFor(async () => expect(Object.keys(await editor.states())).toHaveLength(7), {
    timeout: 30_000,
  });
  await editor.settled();
  // What was said of the graph before lies over a node that is clicked.
  const dismiss = editor.notice().getByRole("button", { name: "Dismiss" });
  if (await dismiss.isVisible()) await dismiss.click();
});

const column = (id: string, at: number) =>
  editor.node(id).locator(`tbody td:nth-child(${at})`).allTextContents();

/** Presses a button that hands a file out; gives its name and its bytes. */
async function handed(button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = editor.page.waitForEvent("download");
  await editor.page.getByLabel("Inspector").getByRole("button", { name: button }).click();
  const file = await download;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

describe("a table", () => {
  it("is sorted by a click on a column's name, the other way by the next, and back by undo", async () => {
    expect(await column("table", 1)).toEqual(["tree", "sky", "grass", "door"]);
    const header = editor.node("table").getByRole("button", { name: "effect" });
    await header.click();
    await expect.poll(() => column("table", 1)).toEqual(["sky", "door", "grass", "tree"]);
    expect(await column("table", 4)).toEqual(["0.0720", "0.0000", "−0.0160", "−0.0520"]);
    await header.click();
    await expect.poll(() => column("table", 1)).toEqual(["tree", "grass", "door", "sky"]);
    await editor.page.locator(".top-bar").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => column("table", 1)).toEqual(["sky", "door", "grass", "tree"]);
    expect(editor.complaints).toEqual([]);
  });

  it("is handed out as CSV in the order shown", async () => {
    await editor.node("table").locator("header").click();
    const { name, bytes } = await handed("Export as CSV");
    expect(name).toBe("charts-view-table.csv");
    expect(bytes.toString()).toMatch(/^concept,before,after,effect,relative,error\ntree,0.073,/);
  });
});

describe("a chart", () => {
  it("is drawn for effects, concepts and heat, and says what lies under the pointer", async () => {
    for (const id of ["bars", "concepts", "heat"])
      await editor.node(id).locator("svg [data-mark]").first().waitFor();
    expect(await editor.node("concepts").locator("[data-mark]").count()).toBe(4);
    expect(await editor.node("heat").locator("[data-mark]").count()).toBe(15);
    await editor.node("bars").locator('[data-mark="0"]').hover();
    await expect
      .poll(() => editor.node("bars").locator("figcaption").textContent())
      .toBe("tree, effect -0.052, error 0.0041");
    expect(editor.complaints).toEqual([]);
  });

  it("is handed out as SVG, PNG and CSV", async () => {
    await editor.node("bars").locator("header").click();
    const svg = await handed("Export as SVG");
    expect(svg.name).toBe("charts-view-chart.svg");
    expect(svg.bytes.toString()).toMatch(/^<svg [\s\S]*−0\.0520 ± 0\.0041[\s\S]*<\/svg>$/);
    const png = await handed("Export as PNG");
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.readUInt32BE(16)).toBe(1440);
    const csv = await handed("Export as CSV");
    expect(csv.bytes.toString()).toBe(
      "concept,effect,error\ntree,-0.052,0.0041\nsky,0.072,0.0102\ngrass,-0.016,0.0068\ndoor,0,0.0003\n",
    );
    expect(editor.complaints).toEqual([]);
  });

  it("follows a param, and fails with a reason where the column is not there", async () => {
    await editor.node("bars").locator("header").click();
    const field = editor.page.getByLabel("Inspector").getByLabel("Value", { exact: true });
    await field.fill("relative");
    await expect.poll(() => editor.node("bars").locator(".chart").textContent()).toContain("−0.712");
    await field.fill("relatives");
    await editor.state("bars", "failed");
    await editor.node("bars").getByText("The table has no column relatives.").waitFor();
  });

  it("opens over the whole window and closes with Escape", async () => {
    await editor.node("heat").locator("header").click();
    await editor.node("heat").getByRole("button", { name: "Open over the whole window" }).click();
    const sheet = editor.page.getByRole("dialog");
    await sheet.locator("[data-mark]").first().waitFor();
    expect(await sheet.locator(".chart svg").getAttribute("width")).toBe("1120");
    await editor.page.keyboard.press("Escape");
    await expect.poll(() => editor.page.getByRole("dialog").count()).toBe(0);
    expect(editor.complaints).toEqual([]);
  });
});

describe("units", () => {
  const cards = (within: ReturnType<Editor["node"]>) =>
    within.locator("[data-unit]").evaluateAll((all) => all.map((card) => (card as HTMLElement).dataset.unit));
  const params = async () => {
    const { text } = await editor.exported();
    return JSON.parse(text).nodes.find(({ id }: { id: string }) => id === "units").params ?? {};
  };

  it("are cards by concept and IoU; a click chooses one, another marks an artifact, undo takes it back", async () => {
    const node = editor.node("units");
    expect(await cards(node)).toEqual(["0", "3", "1", "4"]);
    await node.getByRole("button", { name: "tree, unit 1, IoU 0.320" }).click();
    await node.getByRole("button", { name: "sky, unit 0, IoU 0.410" }).click();
    await node.getByRole("button", { name: "Unit 3 makes artifacts" }).click();
    await expect.poll(() => node.locator('[aria-pressed="true"]').count()).toBe(3);
    expect(await params()).toEqual({ units: "1, 0", artifacts: "3" });
    const undo = editor.page.locator(".top-bar").getByRole("button", { name: "Undo" });
    await undo.click();
    await undo.click();
    await expect.poll(() => node.locator('[aria-pressed="true"]').count()).toBe(1);
    expect(await params()).toEqual({ units: "1" });
    expect(editor.complaints).toEqual([]);
  });

  it("are found by text and by concept over the whole window", async () => {
    await editor.node("units").locator("header").click();
    await editor.node("units").getByRole("button", { name: "Open over the whole window" }).click();
    const sheet = editor.page.getByRole("dialog");
    await expect.poll(() => cards(sheet)).toEqual(["0", "3", "1", "4"]);
    await sheet.getByLabel("Unit or concept").fill("4");
    await expect.poll(() => cards(sheet)).toEqual(["4"]);
    await sheet.getByLabel("Unit or concept").fill("");
    await sheet.getByRole("button", { name: "tree 2" }).click();
    await expect.poll(() => cards(sheet)).toEqual(["1", "4"]);
    await sheet.getByRole("button", { name: "tree, unit 1, IoU 0.320" }).click();
    await expect.poll(() => sheet.locator(".unit-card.chosen").count()).toBe(1);
    await editor.page.keyboard.press("Escape");
    expect(await params()).toEqual({ concept: "tree", units: "1" });
  });
});
