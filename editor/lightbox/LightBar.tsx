import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import Grid3x3 from "lucide-react/icons/grid-3x3";
import History from "lucide-react/icons/history";
import Maximize from "lucide-react/icons/maximize";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import X from "lucide-react/icons/x";
import type { Grid } from "../../engine/place.ts";
import type { Raster } from "../../engine/raster.ts";
import { keysOf } from "../actions/keyboard.ts";
import type { Icon } from "../icons.ts";
import { count } from "../numbers.ts";
import { words } from "../words.ts";
import type { Commands } from "./lightKeys.ts";
import { nextScale } from "./scales.ts";
import type { Held } from "./useHeld.ts";

interface Props {
  readonly graph: string;
  readonly name: string;
  readonly raster: Raster;
  readonly samples: number;
  readonly scale: number;
  readonly cells: Grid | null;
  readonly compares: boolean;
  readonly before: Held;
  readonly commands: Commands;
  close(): void;
}

/** What is shown, and what can be done with it. */
export function LightBar({
  graph,
  name,
  raster,
  samples,
  scale,
  cells,
  compares,
  before,
  commands,
  close,
}: Props) {
  const { walk, change, zoom } = commands;
  const { lightbox } = words;
  return (
    <header>
      <span className="aside">{graph}</span>
      <h2>{name}</h2>
      {samples > 1 && (
        <Steps
          label={words.sample}
          text={lightbox.sampleOf(raster.sample + 1, samples)}
          step={walk}
          keys={["←", "→"]}
        />
      )}
      {raster.unit !== null && (
        <Steps
          label={words.units}
          text={lightbox.unitOf(raster.unit, count(raster.units))}
          step={change}
          keys={["↓", "↑"]}
        />
      )}
      <span className="steps">
        <Tool icon={Minus} name={words.zoomOut} keys="−" act={() => zoom((now) => nextScale(now, false))} />
        <button
          type="button"
          className="light-scale"
          title={`${words.resetZoom} (1)`}
          onClick={() => zoom(() => 1)}
        >
          {words.zoom(count(scale * 100))}
        </button>
        <Tool icon={Plus} name={words.zoomIn} keys="+" act={() => zoom((now) => nextScale(now, true))} />
        <Tool icon={Maximize} name={lightbox.fit} keys="0" act={commands.fit} />
      </span>
      <span className="steps">
        <button
          type="button"
          className="button small light-grid"
          aria-pressed={cells !== null}
          title={`${lightbox.grid} (G)`}
          aria-label={lightbox.grid}
          onClick={commands.grid}
        >
          <Grid3x3 size={16} strokeWidth={1.4} aria-hidden />
          <span>{cells ? lightbox.cells(cells.columns, cells.rows) : lightbox.noGrid}</span>
        </button>
        <button
          type="button"
          className="button small"
          disabled={!before.possible}
          aria-pressed={before.held}
          title={
            compares ? lightbox.holdFirst : before.possible ? lightbox.holdBefore : lightbox.nothingBefore
          }
          onPointerDown={before.hold}
          onPointerUp={before.release}
          onPointerCancel={before.release}
          onPointerLeave={before.release}
        >
          <History size={16} strokeWidth={1.4} aria-hidden />
          <span>{compares ? "A" : words.brush.before}</span>
        </button>
      </span>
      <span className="steps">
        <Tool icon={Copy} name={lightbox.copy} keys={keysOf("Mod+C")} act={commands.copy} />
        <Tool icon={Download} name={lightbox.save} keys={keysOf("Mod+S")} act={commands.save} />
        <Tool icon={X} name={words.close} keys="Esc" act={close} />
      </span>
    </header>
  );
}

function Tool({ icon: Icon, name, keys, act }: { icon: Icon; name: string; keys: string; act: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={name} title={`${name} (${keys})`} onClick={act}>
      <Icon size={16} strokeWidth={1.4} aria-hidden />
    </button>
  );
}

interface StepsProps {
  readonly label: string;
  readonly text: string;
  readonly keys: readonly [string, string];
  step(by: number): void;
}

function Steps({ label, text, keys, step }: StepsProps) {
  return (
    <span className="steps">
      <Tool icon={ChevronLeft} name={words.lightbox.previous(label)} keys={keys[0]} act={() => step(-1)} />
      <span className="steps-text">{text}</span>
      <Tool icon={ChevronRight} name={words.lightbox.next(label)} keys={keys[1]} act={() => step(1)} />
    </span>
  );
}
