import { memo } from "react";
import { useStore } from "zustand";
import { insertDot } from "../actions/reroute.ts";
import { app } from "../app.ts";
import { useKeyed } from "../keyed.ts";
import { typeOf } from "../typeOf.ts";
import { wiresOf } from "../wiresOf.ts";
import { words } from "../words.ts";
import { familyOf } from "./glyphs.tsx";
import { pullWire } from "./pullWire.ts";
import type { Stage } from "./stage.ts";
import { startsCut } from "./startsCut.ts";
import { wireId } from "./wiring.ts";

/** The type of what leaves a node whose type is not known here. */
const unknown = "unknown node";

/** One wire, in an SVG: its colour says the type, its dashes what happens at its end. */
export const WireView = memo(function WireView({ id, stage }: { id: string; stage: Stage }) {
  const drawn = useKeyed(stage.wiring.drawn, id);
  const [source, output, target, input] = JSON.parse(id) as [string, string, string, string];
  const type = useStore(app.parts.structure, (structure) =>
    (app.parts.nodes.get(source)?.type ?? "") in app.catalogue
      ? (typeOf(structure, source, output) ?? null)
      : unknown,
  );
  const chosen = useStore(app.selection, ({ wire }) => wire === id);
  const near = useStore(
    app.selection,
    ({ nodes }) => nodes.size > 0 && (nodes.has(source) || nodes.has(target)),
  );
  const lifted = useStore(stage.drag, (drag) => drag.lifted !== null && wireId(drag.lifted) === id);
  const aimed = useStore(stage.aim, ({ act, wires }) =>
    [...wires].some((wire) => wireId(wire) === id) ? act : null,
  );
  const state = useKeyed(app.runs.nodes, target)?.state?.state;
  if (!drawn || lifted) return null;
  const known = type !== unknown;
  const color = known && type ? `var(--${familyOf[type]})` : "var(--edge)";
  const classes = [
    "wire",
    chosen && "chosen",
    near && "near",
    aimed === "cut" && "cutting",
    aimed === "insert" && "taking",
    !known && "unknown",
    state === "running" && "carrying",
    state === "waits" && "stale",
  ];
  return (
    <g
      className={classes.filter(Boolean).join(" ")}
      style={{ color }}
      data-wire={`${source}.${output}>${target}.${input}`}
    >
      <title>{words.wire(`${source}.${output}`, `${target}.${input}`)}</title>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: R does the same by keyboard */}
      <path
        className="wire-hit"
        d={drawn.path}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.shiftKey || startsCut(event)) return;
          event.stopPropagation();
          app.selection.wire(id);
          const wire = wiresOf(app.document.wires, target).entering.get(input);
          if (wire) pullWire(stage, wire, event);
        }}
        onDoubleClick={(event) => {
          event.stopPropagation();
          insertDot(id, stage.toCanvas(event.clientX, event.clientY));
        }}
      />
      <path className="wire-line" d={drawn.path} />
      {drawn.dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="wire-dot" cx={x} cy={y} r={4} />
      ))}
    </g>
  );
});
