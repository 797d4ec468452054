import { beforeAll, describe, expect, it } from "vitest";
import { type Editor, visits } from "./openEditor.ts";

const { open } = visits();
let editor: Editor;

const press = async (...keys: string[]) => {
  for (const key of keys) await editor.page.keyboard.press(key);
};
const add = async (title: string) => {
  await press("/");
  await editor.page.keyboard.type(title);
  await press("Enter");
};
/** What has the focus: `mapping in:z`, or a node alone. */
const focus = () =>
  editor.page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const node = element?.closest<HTMLElement>("[data-node]")?.dataset.node ?? "nothing";
    return element?.dataset.port ? `${node} ${element.dataset.port}` : node;
  });
const heard = () => editor.page.getByTestId("heard").textContent();

describe("by keys alone", () => {
  beforeAll(async () => {
    editor = await open();
    await editor.node("mixed").waitFor();
    await press("Tab", "Enter");
    const fresh = editor.page.getByRole("button", { name: "New graph", exact: true });
    await fresh.waitFor();
    const there = () => fresh.evaluate((element) => element === document.activeElement);
    for (let tabs = 0; tabs < 12 && !(await there()); tabs++) await press("Tab");
    await press("Enter");
    await editor.page.locator(".empty").waitFor();
  });

  it("nodes are added, and what was added is said", async () => {
    await add("Sample latent");
    await add("Mapping");
    expect(await heard()).toBe("Added Mapping.");
    await add("Synthesis");
    await expect.poll(async () => Object.keys(await editor.states()).length).toBe(3);
  });

  it("wires go from port to port, through those that fit", async () => {
    await press("w");
    expect(await focus()).toBe("synthesis out:image");
    await press("ArrowLeft");
    expect(await focus()).toBe("synthesis in:coarse");
    await press("Enter");
    expect(await heard()).toContain("coarse of Synthesis");
    await press("ArrowRight");
    expect(await focus()).toBe("mapping out:w");
    expect(await heard()).toBe("w of Mapping, 1 of 1");
    await press("Enter");
    expect(await heard()).toBe("Wired w of Mapping to coarse of Synthesis.");
    await press("ArrowLeft", "Enter", "ArrowRight", "Enter");
    await expect
      .poll(() => editor.wires())
      .toEqual(["mapping.w>synthesis.coarse", "sampleLatent.z>mapping.z"]);
  });

  it("the graph runs, and the picture is there", async () => {
    await editor.settled();
    expect((await editor.shown("synthesis")).colours).toBeGreaterThan(500);
    expect(await editor.page.getByTestId("job").textContent()).toContain("Up to date");
  });

  it("a wire that is held is left by Escape, and nothing changes", async () => {
    const before = await editor.wires();
    const at = await focus();
    await press("Enter", "ArrowRight", "Escape");
    expect(await focus()).toBe(at);
    expect(await editor.wires()).toEqual(before);
  });

  it("Delete at an input takes its wire off, and undo gives it back", async () => {
    await press("Escape");
    expect(await focus()).toBe("sampleLatent");
    await editor.node("mapping").focus();
    await press("w", "ArrowLeft", "Delete");
    expect(await heard()).toBe("Removed the wire from z of Sample latent to z of Mapping.");
    expect(await editor.wires()).toHaveLength(1);
    await press("ControlOrMeta+z");
    expect(await heard()).toBe("Undone: Remove a wire.");
    expect(await editor.wires()).toHaveLength(2);
  });

  it("Alt and arrows go from node to node", async () => {
    await editor.node("mapping").focus();
    await press("Alt+ArrowRight");
    expect(await focus()).toBe("synthesis");
    await press("Alt+ArrowLeft", "Alt+ArrowLeft");
    expect(await focus()).toBe("sampleLatent");
    expect(editor.complaints).toEqual([]);
  });
});
