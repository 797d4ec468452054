import { beforeAll, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../engine/document.ts";
import { type Editor, type Shown, visits } from "./openEditor.ts";

const titles: Readonly<Record<string, string>> = {
  sampleLatent: "Sample latent",
  mapping: "Mapping",
  constantInput: "Constant input",
  synthesis: "Synthesis",
  adainLayer: "AdaIN layer",
  toRGB: "To RGB",
  viewImages: "View images",
};

const { open } = visits();
let editor: Editor;

const press = async (...keys: string[]) => {
  for (const key of keys) await editor.page.keyboard.press(key);
};
/** What has the focus: `mapping in:z`, `mapping` for the node itself, `mapping field` in it. */
const focus = () =>
  editor.page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const node = element?.closest<HTMLElement>("[data-node]");
    if (!element || !node) return "nothing";
    return node === element
      ? `${node.dataset.node}`
      : `${node.dataset.node} ${element.dataset.port ?? "field"}`;
  });
/** Presses a key until the focus is there. */
const until = async (wanted: string, key: string) => {
  const met: string[] = [];
  for (let at = await focus(); at !== wanted; at = await focus()) {
    met.push(at);
    if (met.length > 60) throw new Error(`${key} does not lead to ${wanted}, only to ${met.join(", ")}`);
    await press(key);
  }
};
/** Adds a node, and gives its id: the keys are handed to it. */
const add = async (title: string) => {
  const before = await editor.states();
  await press("/");
  await editor.page.keyboard.type(title);
  await press("Enter");
  await expect.poll(focus).not.toSatisfy((at: string) => at === "nothing" || at in before);
  return focus();
};
/** Draws a wire from a port of the node that has the focus to another. */
const wire = async (own: string, other: string) => {
  const [node = "", port = ""] = own.split(" ");
  await until(node, "Escape");
  await press("w");
  if (port.startsWith("in:")) await press("ArrowLeft");
  await until(own, "ArrowDown");
  await press("Enter", "ArrowRight");
  await until(other, "ArrowRight");
  await press("Enter");
};
/** Types a value into a field of the node that has the focus, and gives the keys back to the node. */
const setField = async (node: string, name: string, value: unknown) => {
  const field = editor.node(node).getByRole("spinbutton", { name });
  const there = () => field.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 8 && !(await there()); tabs++) await press("Tab");
  await editor.page.keyboard.type(String(value));
  await until(node, "Shift+Tab");
};
const heard = () => editor.page.getByTestId("heard").textContent();

describe("by keys alone", () => {
  let sample: GraphDocument;
  let wanted: Shown;

  beforeAll(async () => {
    editor = await open();
    await editor.settled();
    wanted = await editor.shown("mixed");
    sample = await editor.page.evaluate(async () =>
      (await fetch("/samples/graphs/02-style-mixing.json")).json(),
    );
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
    expect(await focus()).toBe("synthesis");
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
    expect(await focus()).toBe("synthesis in:coarse");
    await press("Escape", "Alt+ArrowLeft", "w", "ArrowLeft", "Enter", "ArrowRight", "Enter");
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
    expect(await focus()).toBe("mapping in:z");
    await press("Delete");
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

  it("all of the style-mixing sample is built, and its picture is the same", async () => {
    await press("ControlOrMeta+k");
    await editor.page.keyboard.type("New graph");
    await press("Enter");
    await editor.page.locator(".empty").waitFor();
    const made: Record<string, string> = {};
    for (const { id, type, params } of sample.nodes) {
      made[id] = await add(titles[type] ?? type);
      for (const [name, value] of Object.entries(params ?? {})) await setField(made[id], name, value);
      for (const { from, to } of sample.wires) {
        const [source, target] = [made[from[0]], made[to[0]]];
        if (!source || !target || (from[0] !== id && to[0] !== id)) continue;
        const [out, into] = [`${source} out:${from[1]}`, `${target} in:${to[1]}`];
        await (from[0] === id ? wire(out, into) : wire(into, out));
      }
    }
    await editor.settled();
    expect((await editor.shown(made.mixed ?? "")).pixels).toBe(wanted.pixels);
    expect(editor.complaints).toEqual([]);
  });
});
