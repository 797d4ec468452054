import { expect } from "vitest";
import type { Editor } from "./openEditor.ts";

type Params = Readonly<Record<string, unknown>>;

const wire = (from: string, to: string) => ({ from: from.split("."), to: to.split(".") });

/** Networks that learn in a moment. */
export const quick = { width: 16, depth: 2, batch: 16, evaluation: 32, steps: 400 };

/** A ring that `egan` learns; what it makes, and how it went. */
export function ringGraph(name: string, evolve: Params = {}, data: Params = {}): string {
  const nodes = [
    { id: "ring", type: "pointDataset", params: { count: 512, ...data }, at: [0, 0] },
    { id: "egan", type: "evolve", params: { ...quick, ...evolve }, at: [260, 0] },
    { id: "made", type: "sampleEvolved", at: [580, 0] },
    { id: "plane", type: "viewPoints", at: [780, 0] },
    { id: "course", type: "evolutionChart", params: { what: "survivors" }, at: [780, 420], width: 320 },
  ];
  const wires = [
    wire("ring.data", "egan.data"),
    wire("egan.generator", "made.generator"),
    wire("made.points", "plane.points"),
    wire("egan.evolution", "plane.evolution"),
    wire("egan.evolution", "course.evolution"),
  ];
  return JSON.stringify({ format: "ganglion/graph", version: 1, name, nodes, wires });
}

/** Opens a graph of this name, and waits until it is there. */
export async function openGraph(editor: Editor, name: string, text: string): Promise<void> {
  await editor.importText("graph.json", text);
  await editor.page.waitForFunction((title) => document.title.startsWith(title), `${name} ·`);
}

export async function press(editor: Editor, button: "Run" | "Cancel"): Promise<void> {
  await editor.page.locator(".top-bar").getByRole("button", { name: button, exact: true }).click();
}

/** How far a node says it has come; null while it says nothing of it. */
export async function generationOf(editor: Editor, node: string): Promise<number | null> {
  const said = (await editor.node(node).locator("footer").textContent()) ?? "";
  const [, number] = /(?:stopped at )?([\d,]+)(?: of)?/.exec(said) ?? [];
  return /of|stopped at/.test(said) && number ? Number(number.replace(",", "")) : null;
}

export async function reaches(editor: Editor, node: string, generation: number): Promise<void> {
  await expect.poll(async () => (await generationOf(editor, node)) ?? -1).toBeGreaterThanOrEqual(generation);
}

/** The run over the whole window. */
export class Screen {
  readonly #editor: Editor;

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  async open(node: string): Promise<void> {
    await this.#editor.node(node).hover();
    await this.#editor.node(node).getByRole("button", { name: "Open over the whole window" }).click();
    await this.sheet().getByRole("progressbar").waitFor();
  }

  async close(): Promise<void> {
    await this.#editor.page.keyboard.press("Escape");
    await this.sheet().waitFor({ state: "hidden" });
  }

  sheet() {
    return this.#editor.page.getByRole("dialog");
  }

  button(name: string | RegExp) {
    return this.sheet().getByRole("button", { name, exact: true });
  }

  async generation(): Promise<number> {
    return Number(await this.sheet().getByRole("progressbar").getAttribute("aria-valuenow"));
  }

  /** Waits until it stands still at a pause, and gives where. */
  async paused(): Promise<number> {
    await this.button("Resume").waitFor();
    return this.generation();
  }
}
