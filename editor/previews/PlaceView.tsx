import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import type { Param } from "../../engine/param.ts";
import type { Place } from "../../engine/place.ts";
import type { Preview } from "../../engine/preview.ts";
import { app } from "../app.ts";
import { PlaceSurface } from "../controls/place/PlaceSurface.tsx";
import { placeParam } from "../controls/place/placeParam.ts";
import { useControl } from "../controls/useControl.ts";
import { nodeOf } from "../nodeOf.ts";
import { Pixels } from "./Pixels.tsx";
import { StrongUnits } from "./StrongUnits.tsx";

export type PlacePreview = Preview & { readonly kind: "place" };

interface Props {
  readonly preview: PlacePreview;
  /** The node whose param says where the place is. */
  readonly node: string | undefined;
  readonly full: boolean;
  readonly width: number;
}

/** px that the picture takes over the whole window at most, and narrower than which the table stands below it. */
const [widestPicture, narrow] = [576, 640];

/** A picture with a mark that can be moved, and the units that are strongest there. */
export function PlaceView({ preview, node: id, full, width }: Props) {
  const node = useStore(app.store, ({ document }) => (id === undefined ? undefined : nodeOf(document, id)));
  const definition = app.catalogue[node?.type ?? ""];
  const name = placeParam(definition);
  const spec = name === null ? undefined : definition?.params[name];
  const room = Math.min(widestPicture, width < narrow ? width : 0.6 * width);
  const across = full ? wholeScale(preview.picture.width, room) : width;
  const picture = <Pixels preview={preview.picture} width={across} />;
  return (
    <div className={`place-view ${full ? "full" : ""}`}>
      <div style={{ width: across }}>
        {node && name !== null && spec ? (
          <Pointable {...{ node, name, spec, preview }} width={across}>
            {picture}
          </Pointable>
        ) : (
          picture
        )}
      </div>
      <StrongUnits preview={preview} width={width} full={full} />
    </div>
  );
}

/** The largest multiple of the picture's pixels that finds room; all the room where not even one does. */
const wholeScale = (pixels: number, room: number): number =>
  Math.floor(room / pixels) * pixels || Math.floor(room);

interface PointableProps {
  readonly node: GraphNode;
  readonly name: string;
  readonly spec: Param;
  readonly preview: PlacePreview;
  readonly width: number;
  readonly children: ReactNode;
}

function Pointable({ node, name, spec, preview: { picture, grid }, width, children }: PointableProps) {
  const { value, ...control } = useControl(node, name, spec);
  const height = (width * picture.height) / picture.width;
  return (
    <PlaceSurface {...control} value={value as Place} {...{ grid, width, height }}>
      {children}
    </PlaceSurface>
  );
}
