import Download from "lucide-react/icons/download";
import { useState } from "react";
import { writeCsv } from "../../engine/csv.ts";
import { dissection } from "../../engine/gan/dissectJson.ts";
import { unitTable } from "../../engine/gan/unitCards.ts";
import type { Preview } from "../../engine/preview.ts";
import { chartTable } from "../../nodes/chart/chartTable.ts";
import { paperInks, paperWidth } from "../../nodes/chart/inks.ts";
import { paperPlane } from "../../nodes/plane/planeInks.ts";
import { planeTable } from "../../nodes/plane/planeTable.ts";
import { app } from "../app.ts";
import { draw } from "../drawing/draw.ts";
import { fileStem, handOut } from "../handOut.ts";
import { useKeyed } from "../keyed.ts";
import { words } from "../words.ts";
import { nameOf } from "./nameOf.ts";

type Format = "svg" | "png" | "csv" | "html" | "dissect.json" | "onnx" | "json";

const names: Readonly<Record<Format, string>> = {
  svg: "SVG",
  png: "PNG",
  csv: "CSV",
  html: "HTML",
  "dissect.json": "dissect.json",
  onnx: "ONNX",
  json: words.card,
};

/** What a view can be handed out as, one button each; nothing for views that can't. */
export function Exports({ id }: { id: string }) {
  const preview = useKeyed(app.runs.nodes, id)?.preview;
  const [busy, setBusy] = useState(false);
  const formats = preview ? formatsOf(preview) : [];
  if (!preview || formats.length === 0) return null;
  const hand = async (format: Format) => {
    setBusy(true);
    try {
      const stem = `${fileStem(app.document.name, "graph")}-${fileStem(nameOf(app.document, id), id)}`;
      handOut(`${stem}.${format}`, await fileOf(preview, format, stem));
    } catch (error) {
      app.say(words.exportFailed(error instanceof Error ? error.message : String(error)), "error");
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="exports">
      {formats.map((format) => (
        <button
          type="button"
          className="button outlined small"
          key={format}
          disabled={busy}
          aria-label={words.exportAs(names[format])}
          title={words.exportAs(names[format])}
          onClick={() => void hand(format)}
        >
          <Download size={14} strokeWidth={1.4} aria-hidden />
          {names[format]}
        </button>
      ))}
    </div>
  );
}

export function formatsOf({ kind }: Preview): readonly Format[] {
  if (kind === "chart" || kind === "plane") return ["svg", "png", "csv"];
  if (kind === "evolution") return ["onnx", "json"];
  if (kind === "units") return ["html", "dissect.json", "csv"];
  return kind === "table" || kind === "place" ? ["csv"] : [];
}

/** A chart as the command line writes it; a table as it is shown, all rows that the page has. */
async function fileOf(preview: Preview, format: Format, stem: string): Promise<Blob> {
  if (preview.kind === "evolution") return generatorFile(preview.model, format, stem);
  if (preview.kind === "table") return csv(preview);
  if (preview.kind === "place") return csv(preview.table);
  if (preview.kind === "units") return unitsFile(preview, format);
  if (preview.kind === "plane") return planeFile(preview, format);
  if (preview.kind !== "chart") throw new Error(words.nothingToExport);
  if (format === "csv") return csv(chartTable(preview.chart));
  const svg = await draw((draughtsman) => draughtsman.chart(preview.chart, paperInks, paperWidth));
  if (format === "svg") return new Blob([svg], { type: "image/svg+xml" });
  return (await import("../svgToPng.ts")).svgToPng(svg);
}

/** The best survivor as an ONNX file, or the card that names it. */
async function generatorFile(model: string, format: Format, stem: string): Promise<Blob> {
  const files = await app.engine?.client.model(model, stem);
  if (!files) throw new Error(words.nothingToExport);
  if (format === "onnx") return new Blob([files.bytes as Uint8Array<ArrayBuffer>]);
  return new Blob([`${JSON.stringify(files.card, null, 1)}\n`], { type: "application/json" });
}

/** Points as the command line writes them, as many as the page has. */
async function planeFile(preview: Preview & { kind: "plane" }, format: Format): Promise<Blob> {
  if (format === "csv") return csv(planeTable(preview));
  const { planeSvg } = await import("../../nodes/plane/planeSvg.ts");
  const svg = planeSvg(preview, paperPlane);
  if (format === "svg") return new Blob([svg], { type: "image/svg+xml" });
  return (await import("../svgToPng.ts")).svgToPng(svg);
}

/** Units as a page, as the `dissect.json` of the original tool, or as a table. */
async function unitsFile(preview: Preview & { kind: "units" }, format: Format): Promise<Blob> {
  if (format === "csv") return csv(unitTable(preview));
  if (format === "dissect.json")
    return new Blob([JSON.stringify(dissection(preview.scores, preview.minIoU, preview.peaks))], {
      type: "application/json",
    });
  const { unitsReport } = await import("../../nodes/report/unitsReport.ts");
  return new Blob([unitsReport(preview)], { type: "text/html" });
}

const csv = (table: Parameters<typeof writeCsv>[0]): Blob =>
  new Blob([writeCsv(table)], { type: "text/csv" });
