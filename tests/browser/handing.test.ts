import { encode } from "fast-png";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { graphInPng } from "../../editor/handing/graphPng.ts";
import { graphInLink, linkTo } from "../../editor/handing/link.ts";
import { bytesOf, type Editor, visits } from "./openEditor.ts";

const graph = (name: string, more: object = {}) =>
  JSON.stringify({
    format: "ganglion/graph",
    version: 1,
    name,
    nodes: [
      { id: "z", type: "sampleLatent", params: { seed: 5 }, at: [0, 0] },
      { id: "w", type: "mapping", at: [200, 0] },
    ],
    wires: [{ from: ["z", "z"], to: ["w", "z"] }],
    ...more,
  });

const { open } = visits();
let editor: Editor;
beforeAll(async () => {
  editor = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await editor.importText("mine.json", graph("Mine"));
  await title("Mine");
  await vi.waitFor(async () => expect(await editor.wires()).toEqual(["z.z>w.z"]), { timeout: 20_000 });
});

const title = (name: string) =>
  vi.waitFor(async () => expect(await editor.page.title()).toBe(`${name} · Ganglion`), { timeout: 20_000 });
const notice = () => editor.notice().locator("p").textContent();
const share = async (row: string) => {
  await editor.page.getByRole("button", { name: "Share", exact: true }).click();
  await editor.page.getByRole("menuitem", { name: row }).click();
};
const drop = (selector: string, name: string, bytes: Uint8Array) =>
  editor.page.locator(selector).evaluate(
    (target, { file, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(content)], file));
      target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    { file: name, content: [...bytes] },
  );
const paste = (text: string) =>
  editor.page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

describe("what comes from elsewhere", () => {
  it("opens as a new graph when its JSON is pasted, and Back leads to what was open, unsaved changes included", async () => {
    await editor.node("z").click();
    await editor.page.keyboard.press("Delete");
    await expect.poll(() => editor.states()).toEqual({ w: "failed" });
    await paste(graph("Pasted"));
    await title("Pasted");
    await expect.poll(notice).toBe("Opened Pasted. Mine is kept.");
    await editor.notice().getByRole("button", { name: "Back" }).click();
    await title("Mine");
    expect(Object.keys(await editor.states())).toEqual(["w"]);
    await editor.choose("Pasted");
    await title("Pasted");
  });

  it("is refused with its reason where it is damaged, and what was open stays open", async () => {
    await paste(graph("Bad", { wires: [{ from: ["z", "z"], to: ["gone", "z"] }] }));
    await expect.poll(notice).toMatch(/^Pasted graph: wires\[0\].*gone.* Your graph stays open\.$/);
    await paste(`http://elsewhere/${(await linkTo(graph("Cut"), "")).slice(0, -9)}`);
    await expect.poll(notice).toMatch(/^Link: it was cut off or changed .* Your graph stays open\.$/);
    const plain = encode({ width: 1, height: 1, data: Uint8Array.of(1, 2, 3), channels: 3 });
    await drop(".canvas", "photo.png", plain);
    await expect.poll(notice).toMatch(/^photo\.png: this picture carries no graph; .* stays open\.$/);
    await drop(".canvas", "half.png", plain.subarray(0, 40));
    await expect.poll(notice).toMatch(/^half\.png: the picture is damaged .* stays open\.$/);
    await title("Pasted");
  });
});

describe("a picture", () => {
  it("of the graph carries it: dropped, it opens as the graph", async () => {
    await editor.settled();
    const handed = editor.page.waitForEvent("download");
    await share("Export as PNG with graph");
    const download = await handed;
    expect(download.suggestedFilename()).toBe("pasted.png");
    const bytes = new Uint8Array(await bytesOf(download));
    expect(JSON.parse(graphInPng(bytes) ?? "")).toMatchObject({ name: "Pasted" });
    expect(bytes.length).toBeGreaterThan(5000);
    await editor.choose("New graph");
    await vi.waitFor(async () => expect(await editor.states()).toEqual({}));
    await drop(".canvas", "anything.png", bytes);
    await title("Pasted");
    await vi.waitFor(async () => expect(await editor.wires()).toEqual(["z.z>w.z"]), { timeout: 20_000 });
  });
});

describe("a link", () => {
  it("holds the whole graph, and opens as one of one's own that outlives a reload", async () => {
    await share("Copy link");
    await expect.poll(notice).toMatch(/^Link copied, \d+ B\./);
    const link = await editor.page.evaluate(() => navigator.clipboard.readText());
    expect(JSON.parse((await graphInLink(link)) ?? "")).toMatchObject({ name: "Pasted" });
    await editor.page.goto(await linkTo(graph("Sent"), link));
    await title("Sent");
    await expect.poll(notice).toBe("Opened Sent. Pasted is kept.");
    expect(editor.page.url()).not.toContain("#");
    await editor.page.reload();
    await title("Sent");
    expect(editor.complaints).toEqual([]);
  });

  it("that would be too long is not offered, and the other ways are", async () => {
    const strokes = Array.from({ length: 6000 }, (_, at) => [
      at,
      Math.sin(at) * 1e6,
      Math.cos(at * at) * 1e6,
    ]);
    await paste(graph("Long", { extra: strokes }));
    await title("Long");
    await editor.page.getByRole("button", { name: "Share", exact: true }).click();
    const row = editor.page.getByRole("menuitem", { name: /Copy link.*Export a PNG or JSON file instead/ });
    await row.waitFor();
    expect(await row.getAttribute("aria-disabled")).toBe("true");
  });
});
