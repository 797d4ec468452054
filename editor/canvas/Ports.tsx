import { memo, useEffect, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import { passing } from "../../engine/passage.ts";
import type { SocketType } from "../../engine/values.ts";
import { app } from "../app.ts";
import { typeOf } from "../typeOf.ts";
import { useWires } from "../useParts.ts";
import { wiresOf } from "../wiresOf.ts";
import { portName, words } from "../words.ts";
import { Glyph } from "./glyphs.tsx";
import type { Layout } from "./layout.ts";
import type { Stage } from "./stage.ts";
import { textWidth } from "./textWidth.ts";
import type { DropState } from "./useDropState.ts";

/** What the rows of a node are drawn from. */
export interface RowsProps {
  readonly node: GraphNode;
  readonly definition: NodeDefinition | undefined;
  readonly layout: Layout;
  readonly stage: Stage;
  readonly drop: DropState;
}

/** Rows of 20 px: an input left, an output right; what is optional and unwired lies behind `+n`. */
export const Ports = memo(function Ports({ node, definition, layout, stage, drop }: RowsProps) {
  const { rows, folded, width } = layout;
  useOpenForDrop(node.id, folded, stage, drop);
  const passes = passing(node, definition);
  const isLine = (input: string | null, output: string | null) =>
    output !== null && input !== null && passes?.[output] === input;
  return (
    <div className="ports">
      {rows.map(({ input, output }, index) => (
        <div className="port-row" key={input ?? `>${output}`}>
          {input !== null && (
            <PortEnd
              {...{ node, definition, stage, drop }}
              side="in"
              port={input}
              label={!isLine(input, output)}
            />
          )}
          {folded.length > 0 && index === rows.length - 1 && (
            <Fold id={node.id} folded={folded} stage={stage} />
          )}
          {output !== null && (
            <PortEnd
              {...{ node, definition, stage, drop }}
              side="out"
              port={output}
              label={hasRoom(input, output, width) && !isLine(input, output)}
            />
          )}
        </div>
      ))}
    </div>
  );
});

/** Narrow nodes say the name of a value that only passes through once. */
function hasRoom(input: string | null, output: string, width: number): boolean {
  if (input === null) return true;
  return 36 + textWidth(portName(input) + portName(output), 6) < width;
}

/** A fitting wire under way opens the ports behind `+n`. */
function useOpenForDrop(id: string, folded: readonly string[], stage: Stage, drop: DropState): void {
  const opens =
    drop.fits !== null &&
    folded.some((name) => drop.fits?.has(`in:${name}`) || drop.fits?.has(`out:${name}`));
  const { dragging } = drop;
  useEffect(() => {
    if (opens) stage.opened.set(id, true);
  }, [opens, id, stage]);
  useEffect(() => {
    if (!dragging && stage.opened.get(id)) stage.opened.set(id, false);
  }, [dragging, id, stage]);
}

function Fold({ id, folded, stage }: { id: string; folded: readonly string[]; stage: Stage }) {
  const open = () => stage.opened.set(id, true);
  return (
    <button
      type="button"
      className="fold"
      aria-label={words.morePorts(folded.length)}
      title={folded.map(portName).join(", ")}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={open}
    >
      +{folded.length}
    </button>
  );
}

interface EndProps {
  readonly node: GraphNode;
  readonly definition: NodeDefinition | undefined;
  readonly stage: Stage;
  readonly drop: DropState;
  readonly side: "in" | "out";
  readonly port: string;
  readonly label: boolean;
}

function PortEnd({ node, definition, stage, drop, side, port, label }: EndProps) {
  const type = useSocketType(node, definition, side, port);
  const own = definition?.[side === "in" ? "inputs" : "outputs"][port];
  return (
    <span className={`port ${side}`} title={own?.doc ? `${portName(port)}: ${own.doc}` : portName(port)}>
      {label && <span className="port-name">{portName(port)}</span>}
      <Socket {...{ node, stage, drop, side, port, type }} />
    </span>
  );
}

interface SocketProps {
  readonly node: GraphNode;
  readonly stage: Stage;
  readonly drop: DropState;
  readonly side: "in" | "out";
  readonly port: string;
  readonly type: SocketType | null;
}

/** The mark on the edge, with its hit area round it. */
export function Socket({ node, stage, drop, side, port, type }: SocketProps) {
  const element = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => (element.current ? stage.socket(element.current, node.id, side, port) : undefined),
    [stage, node.id, side, port],
  );
  const key = `${side}:${port}`;
  const over = drop.over?.socket === key ? (drop.over.fits ? "target" : "refused") : "";
  const dim = drop.dragging && !drop.fits?.has(key) && drop.held !== key && !over ? "dim" : "";
  const wires = useWires(node.id);
  const wired = side === "in" ? wires.entering.has(port) : wires.leaving.has(port);
  return (
    <button
      type="button"
      ref={element}
      className={`socket ${side} ${over} ${dim}`}
      data-port={key}
      tabIndex={-1}
      aria-label={words.port(portName(port), portName(type ?? "any"), side, wired)}
    >
      <Glyph type={type} size={14} />
    </button>
  );
}

/** The type whose mark a port wears: of an output what it gives now, of an input what enters or else the first that fits. */
function useSocketType(
  node: GraphNode,
  definition: NodeDefinition | undefined,
  side: "in" | "out",
  port: string,
): SocketType | null {
  return useStore(app.parts.structure, (structure) => {
    if (!definition) return null;
    if (side === "out") return typeOf(structure, node.id, port) ?? null;
    const types = definition.inputs[port]?.types ?? [];
    const wire = wiresOf(structure.wires, node.id).entering.get(port);
    if (!wire || types.length === 1) return types[0] ?? null;
    return typeOf(structure, ...wire.from) ?? null;
  });
}
