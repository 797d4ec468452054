import { afterEach, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;
afterEach(() => editor?.page.context().close());

const saving = () => editor.page.locator("[data-saving]").getAttribute("data-saving");

async function rename(name: string): Promise<void> {
  const field = editor.page.getByLabel("Name of the graph");
  await field.fill(name);
  await field.press("Enter");
}

describe("what one works on", () => {
  it("is there again after a reload, with its wires and its pictures", async () => {
    editor = await open();
    await editor.settled();
    const before = await editor.shown("mixed");
    await editor.wire(["mapSource", "out:w"], ["layer32a", "in:w"]);
    const after = await editor.changed("mixed", before);
    await rename("My own mixture");
    await expect.poll(saving).toBe("saved");
    await editor.page.reload();
    await editor.settled();
    expect(await editor.page.title()).toBe("My own mixture · Ganglion");
    expect(await editor.wires()).toContain("mapSource.w>layer32a.w");
    await editor.shows("mixed", after);
  });
});

describe("a browser that refuses storage", () => {
  it("gets the whole editor, and is told that nothing is kept", async () => {
    editor = await open({}, () => {
      const refuse = () => {
        throw new DOMException("refused", "SecurityError");
      };
      IDBFactory.prototype.open = refuse;
      Storage.prototype.getItem = refuse;
      Storage.prototype.setItem = refuse;
    });
    await editor.settled();
    expect(await editor.notice().textContent()).toContain("This browser refuses storage: everything works");
    expect(await saving()).toBe("refused");
    const before = await editor.shown("mixed");
    await editor.wire(["mapSource", "out:w"], ["layer16a", "in:w"]);
    await editor.changed("mixed", before);
    expect(await saving()).toBe("refused");
    expect(editor.complaints).toEqual([]);
  });
});

describe("storage that is full", () => {
  it("is said, and neither the graph nor its pictures suffer", async () => {
    editor = await open({}, () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await editor.settled();
    const before = await editor.shown("mixed");
    await editor.wire(["mapSource", "out:w"], ["layer16a", "in:w"]);
    await editor.changed("mixed", before);
    await expect.poll(saving).toBe("failed");
    expect(await editor.notice().textContent()).toContain("Storage is full: this graph is not saved.");
    expect(await editor.wires()).toContain("mapSource.w>layer16a.w");
  });
});
