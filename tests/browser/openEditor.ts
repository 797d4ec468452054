import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Download,
  type Locator,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, expect, inject, vi } from "vitest";
import { complaintsOf } from "./openBrowser.ts";

/** What a node shows: its pictures as one text that is equal where all pixels are, and how many colours they hold. */
export interface Shown {
  readonly pixels: string;
  readonly pictures: number;
  readonly colours: number;
}

const patience = { timeout: 45_000, interval: 50 };

/** The editor in one browser tab, and what a person does there. */
export class Editor {
  readonly page: Page;
  readonly complaints: readonly string[];

  constructor(page: Page) {
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  node(id: string) {
    return this.page.locator(`[data-node="${id}"]`);
  }

  socket(id: string, port: string) {
    return this.page.locator(`[data-node="${id}"] [data-port="${port}"]`);
  }

  notice() {
    return this.page.locator(".notice");
  }

  /** Nodes and the states that they show. */
  states(): Promise<Record<string, string>> {
    return this.page.evaluate(() => {
      const nodes = [...document.querySelectorAll<HTMLElement>("[data-node]")];
      return Object.fromEntries(nodes.map(({ dataset }) => [dataset.node ?? "", dataset.state ?? ""]));
    });
  }

  /** The wires drawn, as `a.z>b.z`, sorted. */
  wires(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...document.querySelectorAll<SVGElement>("[data-wire]")]
        .map(({ dataset }) => dataset.wire ?? "")
        .sort(),
    );
  }

  /** Waits until every node shows one of these states. */
  async settled(...allowed: string[]): Promise<void> {
    const wanted = new Set(allowed.length > 0 ? allowed : ["done", "cached"]);
    await vi.waitFor(async () => {
      const states = await this.states();
      expect(Object.keys(states).length).toBeGreaterThan(0);
      expect(Object.entries(states).filter(([, state]) => !wanted.has(state))).toEqual([]);
    }, patience);
  }

  async state(id: string, wanted: string): Promise<void> {
    await vi.waitFor(
      async () => expect(await this.node(id).getAttribute("data-state")).toBe(wanted),
      patience,
    );
  }

  /** What a node shows, or a part of it. */
  shown(id: string, part = ""): Promise<Shown> {
    return this.page.evaluate(async (where) => {
      const pictures = [
        ...document.querySelectorAll<HTMLCanvasElement | HTMLImageElement>(
          `${where} canvas, ${where} img.plane`,
        ),
      ];
      const colours = new Set<number>();
      const sizes: string[] = [];
      let hash = 0;
      for (const picture of pictures) {
        while (picture instanceof HTMLImageElement && !picture.complete)
          await new Promise((resolve) => setTimeout(resolve, 5));
        const [width, height] =
          picture instanceof HTMLImageElement
            ? [picture.naturalWidth, picture.naturalHeight]
            : [picture.width, picture.height];
        sizes.push(`${width}x${height}`);
        const copy = new OffscreenCanvas(width || 1, height || 1).getContext("2d");
        copy?.drawImage(picture, 0, 0);
        const { data } = copy?.getImageData(0, 0, width || 1, height || 1) ?? { data: [] };
        for (const colour of new Uint32Array(Uint8Array.from(data).buffer)) {
          colours.add(colour);
          hash = (Math.imul(hash, 31) + colour) | 0;
        }
      }
      return { pixels: `${sizes.join(" ")} ${hash}`, pictures: pictures.length, colours: colours.size };
    }, `[data-node="${id}"] ${part}`);
  }

  /** Waits until a node shows other pixels than before, and gives them. */
  async changed(id: string, before: Shown): Promise<Shown> {
    return vi.waitFor(async () => {
      const now = await this.shown(id);
      expect(now.pictures).toBeGreaterThan(0);
      expect(now.pixels).not.toBe(before.pixels);
      return now;
    }, patience);
  }

  /** Waits until a node shows these very pixels. */
  async shows(id: string, wanted: Shown): Promise<void> {
    await vi.waitFor(async () => expect((await this.shown(id)).pixels).toBe(wanted.pixels), patience);
  }

  /** Draws a wire from one socket to another with the mouse. */
  async wire(from: readonly [string, string], to: readonly [string, string]): Promise<void> {
    const [start, end] = await Promise.all([this.middle(...from), this.middle(...to)]);
    await this.page.mouse.move(...start);
    await this.page.mouse.down();
    await this.page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, { steps: 4 });
    await this.page.mouse.move(...end, { steps: 4 });
    await this.page.mouse.up();
  }

  private async middle(node: string, port: string): Promise<[number, number]> {
    const box = await this.socket(node, port).boundingBox();
    if (box === null) throw new Error(`${node} shows no socket ${port}`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Opens the style-mixing sample anew, as the first visit does. */
  async openMixing(): Promise<void> {
    const dismiss = this.notice().getByRole("button", { name: "Dismiss" });
    if (await dismiss.isVisible()) await dismiss.click();
    await this.choose("New graph");
    await vi.waitFor(async () => expect(await this.states()).toEqual({}), patience);
    await this.choose("02 Style mixing");
    await vi.waitFor(async () => expect(await this.wires()).toHaveLength(26), patience);
    await this.settled();
  }

  /** The list of graphs over the page, opened. */
  async home(): Promise<Locator> {
    const home = this.page.getByRole("dialog", { name: "Graphs" });
    if (!(await home.isVisible())) await this.page.getByRole("button", { name: "Graphs" }).first().click();
    return home;
  }

  /** Chooses a graph of the list, or what else can be begun there. */
  async choose(name: string): Promise<void> {
    await (await this.home()).getByRole("button", { name, exact: true }).click();
  }

  /** Opens a text as a file, through the browser's own file dialogue. */
  async importText(name: string, text: string): Promise<void> {
    const asked = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Import a file" }).click();
    await (await asked).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** The graph as the editor hands it out. */
  async exported(): Promise<{ name: string; text: string }> {
    const handed = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Export as JSON" }).click();
    const download = await handed;
    return { name: download.suggestedFilename(), text: (await bytesOf(download)).toString("utf8") };
  }
}

/** What a download holds. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export interface Visits {
  /** A first visit in a profile of its own; `before` runs before anything of the page does. */
  open(options?: BrowserContextOptions & { hints?: boolean }, before?: () => void): Promise<Editor>;
}

/** Visits to the built editor for the tests of one file: what they open goes with them. */
export function visits(): Visits {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject("browserAddress"));
  });
  afterAll(() => browser?.close());
  return {
    async open({ hints = false, ...options } = {}, before) {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        serviceWorkers: "block",
        ...options,
      });
      // Hints would lie over what a journey takes hold of; they have a journey of their own.
      if (!hints) await context.addInitScript(() => localStorage.setItem("ganglion.hints", "seen"));
      if (before !== undefined) await context.addInitScript(before);
      const editor = new Editor(await context.newPage());
      await editor.page.goto(inject("editorAddress"));
      return editor;
    },
  };
}
