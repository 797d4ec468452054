import Brush from "lucide-react/icons/brush";
import Trash2 from "lucide-react/icons/trash-2";
import Undo2 from "lucide-react/icons/undo-2";
import type { CSSProperties, PointerEvent } from "react";
import { useStore } from "zustand";
import type { Stroke } from "../../../engine/strokes.ts";
import { app } from "../../app.ts";
import { nodeOf } from "../../nodeOf.ts";
import { count, real } from "../../numbers.ts";
import { words } from "../../words.ts";
import { EraserSwitch } from "../EraserSwitch.tsx";
import { Tool } from "../Tool.tsx";
import type { Control } from "../useControl.ts";
import { brush, brushSizes } from "./brush.ts";
import { GiveBack, UnitBrushes } from "./UnitBrushes.tsx";
import { useBrushes } from "./useBrushes.ts";
import { useGrid } from "./useGrid.ts";

type Props = Control<readonly Stroke[]> & { readonly node: string; readonly name: string };

/** The tools of the brush: which one, paint or erase, how wide, take the last stroke back, take all. */
export function BrushField({ spec, value, label, set, settle, reset, node, name }: Props) {
  const brushes = useBrushes(node, spec);
  const changed = useStore(app.store, ({ past }) => {
    const before = past.at(-1)?.document;
    return (
      before !== undefined && nodeOf(before, node)?.params[name] !== nodeOf(app.document, node)?.params[name]
    );
  });
  const undo = () => {
    // Where something else was done since, the stroke is taken off by a step of its own.
    if (changed) app.store.undo();
    else if (value.length === 1) reset();
    else {
      settle();
      set(value.slice(0, -1));
      settle();
    }
  };
  return (
    <fieldset className="brush-field" aria-label={label} onPointerDown={keep}>
      <div role="radiogroup" aria-label={words.brush.tool}>
        {brushes && <UnitBrushes brushes={brushes} strokes={value} />}
        <div className="brush-tools">
          {brushes ? <GiveBack brushes={brushes} /> : <Modes />}
          <SizeSlider node={node} />
          <Tool icon={Undo2} label={words.brush.undo} act={undo} disabled={!changed && value.length === 0} />
          <Tool icon={Trash2} label={words.brush.clear} act={reset} disabled={value.length === 0} />
        </div>
      </div>
    </fieldset>
  );
}

/** A drag that begins on the tools moves no node. */
const keep = (event: PointerEvent) => event.stopPropagation();

function Modes() {
  const erase = useStore(brush, (state) => state.erase);
  return (
    <EraserSwitch
      icon={Brush}
      draw={words.brush.paint}
      erase={words.brush.erase}
      erases={erase}
      choose={(erases) => brush.setState({ erase: erases })}
    />
  );
}

/** In cells of the layer where one is known, else as a share of the picture. */
function SizeSlider({ node }: { node: string }) {
  const size = useStore(brush, (state) => state.size);
  const grid = useGrid(node);
  const { min, max, step } = brushSizes;
  const said = grid
    ? words.brush.cellsWide(real(size * Math.min(grid.rows, grid.columns), 1))
    : words.brush.share(count(size * 100));
  return (
    <>
      <input
        type="range"
        className="slider"
        aria-label={words.brush.size}
        aria-valuetext={said}
        title={words.brush.size}
        {...{ min, max, step }}
        value={size}
        style={{ "--share": (size - min) / (max - min) } as CSSProperties}
        onChange={({ target }) => brush.setState({ size: Number(target.value) })}
      />
      <output className="brush-size">{said}</output>
    </>
  );
}
