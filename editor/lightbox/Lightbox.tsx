import { type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Grid } from "../../engine/place.ts";
import type { Raster } from "../../engine/raster.ts";
import { app, type Looked } from "../app.ts";
import { useKeyed } from "../keyed.ts";
import { words } from "../words.ts";
import { Edge } from "./Edge.tsx";
import { gridsOf } from "./gridsOf.ts";
import { LightBar } from "./LightBar.tsx";
import { keysIn } from "./lightKeys.ts";
import { besides, copyPicture, savePicture } from "./pictureFile.ts";
import { readout } from "./readout.ts";
import { type Pixel, Sheet } from "./Sheet.tsx";
import { useHeld } from "./useHeld.ts";
import { useRaster } from "./useRaster.ts";
import { useView } from "./useView.ts";

/** A picture over the whole window, every pixel a whole number of the screen's; Esc returns. */
export function Lightbox({ looked }: { looked: Looked }) {
  const { node, sight, against, names } = looked;
  const sheet = useDialog();
  const room = useRef<HTMLDivElement>(null);
  const document = useStore(app.store, (state) => state.document);
  const preview = useKeyed(app.runs.nodes, node)?.preview;
  const [sample, setSample] = useState(looked.sample);
  const [unit, setUnit] = useState<number | null>(null);
  const [grid, setGrid] = useState(0);
  const [bare, setBare] = useState(false);
  const [edge, setEdge] = useState(0.5);
  const [pixel, setPixel] = useState<Pixel | null>(null);
  const [said, setSaid] = useState("");
  const before = useHeld(node, against === null);
  const raster = useRaster(sight, preview, { sample, unit, held: before.held });
  const other = useRaster(against ?? undefined, null, { sample, unit, held: false });
  const { view, fit, zoom, pan, on } = useView(room, raster);
  if (!raster) return <dialog ref={sheet} className="lightbox" onClose={close} />;

  const grids = gridsOf(raster, node, preview);
  const cells = grid === 0 ? null : grids[grid - 1];
  const name = names.join(words.lightbox.against);
  const samples = Math.max(raster.samples, other?.samples ?? 1);
  const commands = {
    fit,
    zoom,
    pan,
    walk: (by: number) => setSample(Math.max(0, Math.min(samples - 1, sample + by))),
    change: (by: number) =>
      raster.unit !== null && setUnit(Math.max(0, Math.min(raster.units - 1, raster.unit + by))),
    grid: () => setGrid((grid + 1) % (grids.length + 1)),
    bare: () => setBare(!bare),
    edge: (by: number) => setEdge(Math.max(0, Math.min(1, edge + by))),
    hold: before.hold,
    copy: () => void copyPicture(besides(raster, other, edge)).then(setSaid),
    save: () => void savePicture(besides(raster, other, edge), name).then(setSaid),
  };
  const follow = (event: PointerEvent) => {
    on.onPointerMove(event);
    if (view) setPixel(pixelUnder(event, view, raster));
  };
  return (
    <dialog
      ref={sheet}
      className={`lightbox ${bare ? "bare" : ""}`}
      aria-label={words.lightbox.title(name)}
      onClose={close}
      onKeyDown={(event) => keysIn(event, commands)}
    >
      <LightBar
        {...{ name, raster, samples, commands, close }}
        scale={view?.scale ?? 1}
        cells={cells ?? null}
        before={before}
        compares={against !== null}
        graph={document.name}
      />
      <div
        className="light-room"
        ref={room}
        {...on}
        onPointerMove={follow}
        onPointerLeave={() => setPixel(null)}
      >
        {view && (
          <>
            <Sheet
              {...{ raster, view, pixel }}
              against={before.held ? null : other}
              edge={edge}
              grid={bare ? null : (cells ?? null)}
            />
            {other && !before.held && (
              <Edge
                {...{ view, edge }}
                width={raster.width}
                height={raster.height}
                move={(to) => setEdge(Math.max(0, Math.min(1, to)))}
              />
            )}
          </>
        )}
      </div>
      <footer role="status" className="light-line">
        <span>
          {pixel
            ? readout(pixel, [raster, other], cells ?? grids[0] ?? whole(raster), samples)
            : said || words.lightbox.point}
        </span>
        <span className="gap" />
        <span className="aside">{hints(against !== null, raster.unit !== null)}</span>
      </footer>
    </dialog>
  );
}

const hints = (compares: boolean, units: boolean): string => {
  if (compares) return words.lightbox.keysCompare;
  return units ? words.lightbox.keysUnits : words.lightbox.keys;
};

const whole = ({ width, height }: Raster): Grid => ({ rows: height, columns: width });

const close = () => app.surroundings.setState({ lightbox: null });

function pixelUnder(
  event: PointerEvent,
  view: { scale: number; x: number; y: number },
  raster: { width: number; height: number },
): Pixel | null {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  const x = Math.floor((event.clientX - left - view.x) / view.scale);
  const y = Math.floor((event.clientY - top - view.y) / view.scale);
  return x >= 0 && y >= 0 && x < raster.width && y < raster.height ? [x, y] : null;
}

/** Opens the dialog, and gives the keys back to what had them when it goes. */
function useDialog() {
  const sheet = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = sheet;
    current?.showModal();
    return () => current?.close();
  }, []);
  return sheet;
}
