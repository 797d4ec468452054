import { lazy, memo, Suspense } from "react";
import type { Preview } from "../../engine/preview.ts";
import { real } from "../numbers.ts";
import { Bars } from "./Bars.tsx";
import { ChartView } from "./ChartView.tsx";
import { Comparison } from "./Comparison.tsx";
import { EvolutionCard } from "./evolution/EvolutionCard.tsx";
import { Pixels } from "./Pixels.tsx";
import { PlaceView } from "./PlaceView.tsx";
import { PlanePicture } from "./PlanePicture.tsx";
import { PlaneView } from "./PlaneView.tsx";
import { Rows } from "./Rows.tsx";

/** Not needed before the first paint. */
const UnitCards = lazy(() => import("./UnitCards.tsx").then((module) => ({ default: module.UnitCards })));

interface Props {
  readonly preview: Preview;
  readonly width: number;
  /** The node that shows it, for views whose params a person changes in the view itself. */
  readonly node?: string;
  /** With room for everything, not on a node. */
  readonly full?: boolean;
  /** Looks closely at a sample of pictures. */
  readonly open?: ((sample: number) => void) | undefined;
}

/** A preview, `width` px wide, edge to edge. */
export const PreviewView = memo(function PreviewView({ preview, width, node, full = false, open }: Props) {
  switch (preview.kind) {
    case "pixels":
      return <Pixels preview={preview} width={width} open={open} />;
    case "comparison":
      return <Comparison preview={preview} width={width} open={open} />;
    case "bars":
      return <Bars preview={preview} />;
    case "number":
      return <p className="preview-number">{real(preview.value, Number.isInteger(preview.value) ? 0 : 3)}</p>;
    case "table":
      return <Rows preview={preview} node={node} full={full} width={width} />;
    case "chart":
      return <ChartView chart={preview.chart} width={width} />;
    case "plane":
      if (full) return <PlaneView preview={preview} width={width} />;
      return <PlanePicture plane={preview} side={width} />;
    case "evolution":
      return <EvolutionCard run={preview} width={width} />;
    case "place":
      return <PlaceView preview={preview} node={node} full={full} width={width} />;
    case "units":
      return (
        <Suspense fallback={<div className="hatch" style={{ height: 120 }} />}>
          <UnitCards preview={preview} width={width} node={node} full={full} />
        </Suspense>
      );
    case "words":
      return <p className="preview-words">{preview.text}</p>;
    default:
      return preview satisfies never;
  }
});
