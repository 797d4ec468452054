import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../engine/context.ts";
import { writeCsv } from "../../engine/csv.ts";
import { dissection } from "../../engine/gan/dissectJson.ts";
import { unitTable } from "../../engine/gan/unitCards.ts";
import { modelFiles } from "../../engine/modelFiles.ts";
import type { ModelLibrary } from "../../engine/models.ts";
import type { View } from "../../engine/node.ts";
import { writeNpy } from "../../engine/npy.ts";
import { unitsPreview } from "../../engine/unitsPreview.ts";
import { tensorOf, type Value } from "../../engine/values.ts";
import { chartTable } from "../chart/chartTable.ts";
import { paperInks, paperWidth } from "../chart/inks.ts";
import { paperPlane } from "../plane/planeInks.ts";
import { planeTable } from "../plane/planeTable.ts";
import { toJson } from "./toJson.ts";
import { comparisonToPng, imagesToPng } from "./toPng.ts";

/** Writes files into one directory and remembers the SHA-256 of each. */
export class Results {
  readonly hashes: Record<string, string> = {};
  readonly #directory: string;
  readonly #runtime: Runtime;
  readonly #models: ModelLibrary;

  constructor(directory: string, runtime: Runtime, models: ModelLibrary) {
    this.#directory = directory;
    this.#runtime = runtime;
    this.#models = models;
  }

  /**
   * `<node>.png` for pictures, `<node>.csv` for a table, also of what is at a place, `<node>.svg` and `<node>.csv` for a
   * chart and for points; for units `<node>.html`, `<node>.dissect.json` and `<node>.csv`.
   */
  async view(node: string, view: View): Promise<void> {
    switch (view.kind) {
      case "images":
        return this.#write(`${node}.png`, await imagesToPng(this.#runtime, view));
      case "comparison":
        return this.#write(`${node}.png`, await comparisonToPng(this.#runtime, view));
      case "table":
      case "place":
        return this.#write(`${node}.csv`, writeCsv(view.table));
      case "units": {
        const { unitsReport } = await import("../report/unitsReport.ts");
        const pictured = await unitsPreview(view, this.#runtime, Number.POSITIVE_INFINITY);
        await this.#write(`${node}.html`, unitsReport(pictured));
        await this.#write(
          `${node}.dissect.json`,
          JSON.stringify(dissection(view.scores, view.minIoU, view.peaks)),
        );
        return this.#write(`${node}.csv`, writeCsv(unitTable(view)));
      }
      case "chart": {
        const { renderChart } = await import("../chart/renderChart.ts");
        await this.#write(`${node}.svg`, renderChart(view.chart, paperInks, paperWidth));
        return this.#write(`${node}.csv`, writeCsv(chartTable(view.chart)));
      }
      case "points": {
        const { planeSvg } = await import("../plane/planeSvg.ts");
        await this.#write(`${node}.svg`, planeSvg(view.plane, paperPlane));
        return this.#write(`${node}.csv`, writeCsv(planeTable(view.plane)));
      }
    }
  }

  /**
   * `<node>.<port>.npy` for a tensor, else `<node>.<port>.json`. A thresholds' array is its tensor. A generator is its card, with
   * `<node>.<port>.onnx` beside it: `--model` takes it.
   */
  async value(address: string, value: Value): Promise<void> {
    if (value.type === "generator") return this.#generator(address, value.model);
    const held = tensorOf(value);
    if (held) await this.#write(`${address}.npy`, writeNpy(await this.#runtime.read(held)));
    else await this.#write(`${address}.json`, toJson(value));
  }

  async #generator(address: string, id: string): Promise<void> {
    const { card, bytes } = modelFiles(await this.#models.get(id), safeName(address));
    await this.#write(card.onnx, bytes);
    await this.#write(`${address}.json`, `${JSON.stringify(card, null, 1)}\n`);
  }

  /** `run.json`, with the hashes of all files written before it. */
  async summary(summary: object): Promise<void> {
    await this.#save("run.json", `${JSON.stringify(summary, null, 2)}\n`);
  }

  async #write(name: string, content: Uint8Array | string): Promise<void> {
    await this.#save(name, content);
    this.hashes[name] = createHash("sha256").update(content).digest("hex");
  }

  async #save(name: string, content: Uint8Array | string): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    await writeFile(join(this.#directory, safeName(name)), content);
  }
}

/** A node's id as part of a file name: no separators. */
function safeName(name: string): string {
  return name.replace(/[/\\:*?"<>|\0]/g, "_");
}
