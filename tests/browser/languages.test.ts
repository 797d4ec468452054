import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

const graph = JSON.stringify({
  format: "ganglion/graph",
  version: 1,
  name: "Two latents",
  nodes: [
    { id: "a", type: "sampleLatent", params: { seed: 3 }, at: [0, 0] },
    { id: "b", type: "sampleLatent", label: "Second", params: { seed: 4 }, at: [200, 0] },
  ],
  wires: [],
});

const html = () => editor.page.evaluate(() => document.documentElement.lang);
const button = (name: string) => editor.page.getByRole("button", { name, exact: true });

describe("the language", () => {
  beforeAll(async () => {
    editor = await open({ locale: "zh-CN" });
    await editor.page.getByRole("button", { name: "切换到 English" }).waitFor();
  });

  it("is that of the browser on the first visit", async () => {
    expect(await html()).toBe("zh-Hans");
    await editor.page.getByRole("button", { name: /^运行/ }).first().waitFor();
    expect(await editor.page.getByRole("complementary", { name: "检查器" }).count()).toBe(1);
  });

  it("changes at once, and what is open stays, with its history and its view", async () => {
    await button("切换到 English").click();
    expect(await html()).toBe("en");
    await editor.importText("two.json", graph);
    await editor.settled();
    await editor.node("a").locator(".node-name, header").first().click();
    await editor.page.keyboard.press("Delete");
    await expect.poll(async () => Object.keys(await editor.states())).toEqual(["b"]);
    const place = await editor.node("b").boundingBox();
    await button("Switch to 简体中文").click();
    await editor
      .node("b")
      .getByText(/毫秒|已缓存/)
      .waitFor();
    expect(await editor.node("b").boundingBox()).toEqual(place);
    await button("撤销").click();
    await expect.poll(async () => Object.keys(await editor.states()).sort()).toEqual(["a", "b"]);
    expect(editor.complaints).toEqual([]);
  });

  it("is kept for the next visit", async () => {
    await expect.poll(() => editor.page.locator(".saved").getAttribute("data-saving")).toBe("saved");
    await editor.page.reload();
    await button("切换到 English").waitFor();
    expect(await html()).toBe("zh-Hans");
    await editor.node("b").getByText("Second").waitFor();
    expect(editor.complaints).toEqual([]);
  });

  it("is that of what the engine says: why a node can't run, and why a file is refused", async () => {
    const paste = (nodes: unknown[]) =>
      editor.page.evaluate(
        (text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          const event = { clipboardData, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new ClipboardEvent("paste", event));
        },
        JSON.stringify({ format: "ganglion/graph", version: 1, name: "Pasted", nodes, wires: [] }),
      );
    await paste([{ id: "alone", type: "mapping" }]);
    await editor.node("alone").getByText("z 未接线。").waitFor();
    await paste([{ id: "z", type: "sampleLatent", params: { count: "many" } }]);
    const notice = editor.notice();
    await expect.poll(() => notice.textContent()).toContain("nodes[0].params.count：应为");
    expect(await notice.textContent()).toContain('实为 "many"。当前图保持打开。');
    expect(editor.complaints).toEqual([]);
  });
});
