import type { ReactNode } from "react";
import type { GraphNode } from "../../engine/document.ts";
import type { Param } from "../../engine/param.ts";
import type { Preview } from "../../engine/preview.ts";
import type { Stroke } from "../../engine/strokes.ts";
import { BrushSurface } from "./brush/BrushSurface.tsx";
import { useControl } from "./useControl.ts";

interface Props {
  readonly node: GraphNode;
  readonly name: string;
  readonly spec: Param;
  readonly preview: Preview & { readonly kind: "pixels" };
  /** Pixels of the canvas that the picture takes across. */
  readonly width: number;
  readonly children: ReactNode;
}

/** A picture with the control of a param on it. */
export function OnPicture({ node, name, spec, preview, width, children }: Props) {
  const { value, ...control } = useControl(node, name, spec);
  if (spec.kind !== "strokes") return children;
  return (
    <BrushSurface
      {...control}
      value={value as readonly Stroke[]}
      node={node.id}
      name={name}
      preview={preview}
      width={width}
    >
      {children}
    </BrushSurface>
  );
}
