import type { GraphNode } from "../../engine/document.ts";
import type { PlanePoint } from "../../engine/handPoints.ts";
import type { Param } from "../../engine/param.ts";
import type { Pictures } from "../../engine/pictures.ts";
import type { Place } from "../../engine/place.ts";
import type { Stroke } from "../../engine/strokes.ts";
import { isSeed } from "../seeds.ts";
import { BrushField } from "./brush/BrushField.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import { ChoicesField } from "./ChoicesField.tsx";
import { ConceptField } from "./ConceptField.tsx";
import { FlagField } from "./FlagField.tsx";
import { LayerField } from "./LayerField.tsx";
import { LinesField } from "./LinesField.tsx";
import { ModelField } from "./ModelField.tsx";
import { PicturesField } from "./pictures/PicturesField.tsx";
import { PlaceField } from "./place/PlaceField.tsx";
import { PointsField } from "./points/PointsField.tsx";
import { SeedField } from "./SeedField.tsx";
import { SliderField } from "./SliderField.tsx";
import { TextField } from "./TextField.tsx";
import { useControl } from "./useControl.ts";

interface Props {
  readonly node: GraphNode;
  readonly name: string;
  readonly spec: Param;
  /** On the node, where room is scarce. */
  readonly compact?: boolean;
}

/** The control of one param. */
export function Field({ node, name, spec, compact = false }: Props) {
  const { value, ...control } = useControl(node, name, spec);
  switch (spec.kind) {
    case "integer":
    case "real":
      return isSeed(spec) ? (
        <SeedField {...control} value={Number(value)} node={node} name={name} compact={compact} />
      ) : (
        <SliderField {...control} value={Number(value)} compact={compact} />
      );
    case "choice":
      return <ChoiceField {...control} value={String(value)} />;
    case "choices":
      return <ChoicesField {...control} value={String(value)} />;
    case "flag":
      return <FlagField {...control} value={value === true} />;
    case "model":
      return <ModelField {...control} value={String(value)} />;
    case "layer":
      return <LayerField {...control} value={String(value)} node={node.id} />;
    case "strokes":
      return <BrushField {...control} value={value as readonly Stroke[]} node={node.id} name={name} />;
    case "place":
      return <PlaceField {...control} value={value as Place} node={node.id} compact={compact} />;
    case "points":
      return <PointsField {...control} value={value as readonly PlanePoint[]} />;
    case "pictures":
      return (
        <PicturesField {...control} value={value as Pictures} node={node.id} name={name} compact={compact} />
      );
    case "text":
    case "units":
      if (spec.concept)
        return <ConceptField {...control} value={String(value)} node={node.id} compact={compact} />;
      if (spec.lines) return <LinesField {...control} value={String(value)} node={node} name={name} />;
      return <TextField {...control} value={String(value)} compact={compact} />;
    default:
      return spec.kind satisfies never;
  }
}
