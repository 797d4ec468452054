import { type PointerEvent, useMemo, useState } from "react";
import type { Chart } from "../../engine/chart.ts";
import { chartTable, markWords } from "../../nodes/chart/chartTable.ts";
import { darkInks, type Inks, lightInks } from "../../nodes/chart/inks.ts";
import { draw } from "../drawing/draw.ts";
import { useDrawn } from "../drawing/useDrawn.ts";
import { useDark } from "../useDark.ts";
import { words } from "../words.ts";

/** Narrower nodes show the chart of this width, made smaller. */
const narrowest = 240;

/** A chart, and what the mark under the pointer stands for. */
export function ChartView({ chart, width }: { chart: Chart; width: number }) {
  const inks = useDark() ? darkInks : lightInks;
  const drawn = useDrawing(chart, inks, Math.max(narrowest, Math.round(width)));
  const [mark, setMark] = useState<number | null>(null);
  if (drawn === null) return <div className="hatch" style={{ height: 120 }} />;
  if ("failed" in drawn) return <p className="said">{words.chartFailed(drawn.failed)}</p>;
  const point = ({ target }: PointerEvent) => {
    const found = target instanceof Element ? target.getAttribute("data-mark") : null;
    setMark(found === null ? null : Number(found));
  };
  return (
    <figure className="chart" onPointerMove={point} onPointerLeave={() => setMark(null)}>
      <div
        role="img"
        aria-label={words.chart(chart.kind, chartTable(chart).rows.length)}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own code, which escapes every text
        dangerouslySetInnerHTML={{ __html: drawn.svg }}
      />
      <figcaption>{mark === null ? "" : markWords(chart, mark)}</figcaption>
    </figure>
  );
}

type Drawing = { readonly svg: string } | { readonly failed: string };

/** The chart as SVG; the last one stays until the next is drawn. */
function useDrawing(chart: Chart, inks: Inks, width: number): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const wish = useMemo(() => ({ chart, inks, width }), [chart, inks, width]);
  useDrawn(wish, drawn, {
    take: (svg) => setDrawing({ svg }),
    fail: (error) => setDrawing({ failed: error instanceof Error ? error.message : String(error) }),
  });
  return drawing;
}

const drawn = ({ chart, inks, width }: { chart: Chart; inks: Inks; width: number }) =>
  draw((draughtsman) => draughtsman.chart(chart, inks, width));
