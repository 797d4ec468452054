import Eraser from "lucide-react/icons/eraser";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import { useStore } from "zustand";
import type { Stroke } from "../../../engine/strokes.ts";
import type { Icon } from "../../icons.ts";
import { portName, words } from "../../words.ts";
import { type Brush, brush, touchOf } from "./brush.ts";
import { type NamedBrush, offered, wiredPorts } from "./useBrushes.ts";

interface Props {
  readonly brushes: readonly NamedBrush[];
  readonly strokes: readonly Stroke[];
}

/** A row a brush: its name, and whether it puts its units in or takes them out. */
export function UnitBrushes({ brushes, strokes }: Props) {
  return offered(brushes, strokes).map(({ port, name }) => (
    <div className="unit-brush" key={port}>
      {name === null ? (
        <span className="unit-brush-wire">{words.brush.wireInto(portName(port))}</span>
      ) : (
        <>
          <span className="unit-brush-name" title={words.brush.wiredInto(name, portName(port))}>
            {name}
          </span>
          <span className="switch">
            <Choice brushes={brushes} label={words.brush.putIn(name)} mark={Plus} port={port} />
            <Choice brushes={brushes} label={words.brush.takeOut(name)} mark={Minus} port={port} erases />
          </span>
        </>
      )}
    </div>
  ));
}

/** The eraser of no brush. */
export function GiveBack({ brushes }: Pick<Props, "brushes">) {
  return (
    <span className="switch">
      <Choice brushes={brushes} label={words.brush.giveBack} mark={Eraser} port={null} erases />
    </span>
  );
}

interface ChoiceProps extends Pick<Props, "brushes"> {
  readonly label: string;
  readonly mark: Icon;
  /** null: of no brush. */
  readonly port: string | null;
  readonly erases?: boolean;
}

function Choice({ brushes, label, mark: Mark, port, erases = false }: ChoiceProps) {
  const touch = useStore(brush, (state) => touchKey(state, brushes));
  const chosen: Partial<Brush> =
    port === null ? { giveBack: true } : { giveBack: false, port, erase: erases };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons that behaves as one choice
    <button
      type="button"
      role="radio"
      aria-checked={touch === keyOf(erases ? "erase" : "paint", port ?? undefined)}
      aria-label={label}
      title={label}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={() => brush.setState(chosen)}
    >
      <Mark size={12} strokeWidth={1.6} aria-hidden />
    </button>
  );
}

const keyOf = (mode: Stroke["mode"], port = ""): string => `${mode} ${port}`;

function touchKey(state: Brush, brushes: readonly NamedBrush[]): string {
  const touch = touchOf(state, wiredPorts(brushes));
  return touch ? keyOf(touch.mode, touch.brush) : "";
}
