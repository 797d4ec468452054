import { type FocusEvent, memo, type PointerEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import type { NodeDefinition } from "../../engine/node.ts";
import { passing } from "../../engine/passage.ts";
import { app } from "../app.ts";
import { paramFor, takeFiles, takesFiles } from "../controls/dropFiles.ts";
import { useDrop } from "../controls/useDrop.ts";
import { edit } from "../edit.ts";
import { iconNamed } from "../icons.ts";
import { useKeyed } from "../keyed.ts";
import { openLightbox } from "../lightbox/openLightbox.ts";
import { nodeOf } from "../nodeOf.ts";
import { useNode, useWires } from "../useParts.ts";
import { words } from "../words.ts";
import { Fields } from "./Fields.tsx";
import { anatomy, type Layout, rowsHeight } from "./layout.ts";
import { observeSize } from "./observeSize.ts";
import { Passage } from "./Passage.tsx";
import { expectedHeight, Picture } from "./Picture.tsx";
import { Ports } from "./Ports.tsx";
import { reveal } from "./reveal.ts";
import { StatusLine } from "./StatusLine.tsx";
import type { Stage } from "./stage.ts";
import { textWidth } from "./textWidth.ts";
import { useDropState } from "./useDropState.ts";
import { useWhole } from "./wholeNodes.ts";

/** One node, always in this order: header, ports, fields, picture, status line. */
export function NodeCard({ id, stage }: { id: string; stage: Stage }) {
  const node = useNode(id);
  useWires(id);
  const selected = useStore(app.selection, ({ nodes }) => nodes.has(id));
  const run = useKeyed(app.runs.nodes, id);
  useKeyed(stage.opened, id);
  const whole = useWhole(stage.wholeNodes, id);
  const drop = useDropState(stage, id);
  const element = useRef<HTMLElement>(null);
  useEffect(() => (element.current ? observeSize(element.current, id, stage.sizes) : undefined), [id, stage]);
  const layout = stage.wiring.layout(id);
  const { over, on } = useDrop(
    takesFiles(app.catalogue[node?.type ?? ""]) ? (files) => dropOn(id, files) : null,
  );
  if (!node || !layout) return null;

  const definition = app.catalogue[node.type];
  const inputs = passing(node, definition);
  const state = inputs ? "bypassed" : definition ? (run?.state?.state ?? "idle") : "unknown";
  const narrow = layout.width < 120;
  const classes = [
    "node",
    state,
    selected && "selected",
    drop.dim && "dim",
    narrow && "slim",
    over && "takes",
    !whole && "afar",
  ];
  return (
    <article
      ref={element}
      className={classes.filter(Boolean).join(" ")}
      style={{
        width: layout.width,
        height: whole ? undefined : heightFromAfar(id, layout, definition, stage),
      }}
      data-node={id}
      data-state={state}
      data-type={node.type}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a node takes focus so that keys act on it
      tabIndex={0}
      aria-label={`${node.label ?? definition?.title ?? node.type}, ${state}`}
      onPointerDown={(event) => pick(event, id)}
      onFocus={(event) => focused(event, id, stage)}
      onKeyDown={({ key, target, currentTarget }) =>
        key === "Enter" && target === currentTarget && openLightbox(id)
      }
      onPointerLeave={() => stage.opened.get(id) && stage.opened.set(id, false)}
      {...on}
    >
      {whole && (
        <>
          <Header node={node} definition={definition} width={layout.width} />
          {!inputs && <ProgressLine run={run} />}
          {inputs && <Passage node={node} layout={layout} inputs={inputs} />}
          <Ports node={node} definition={definition} layout={layout} stage={stage} drop={drop} />
          <Fields node={node} definition={definition} layout={layout} stage={stage} drop={drop} />
          {!inputs && (
            <Picture node={node} definition={definition} run={run} width={layout.width} stage={stage} />
          )}
          <StatusLine bypassed={inputs !== null} run={run} definition={definition} width={layout.width} />
          <Resizer id={id} width={layout.width} stage={stage} />
        </>
      )}
    </article>
  );
}

/** The height that a node had when it was drawn whole, else about what it will have. */
function heightFromAfar(
  id: string,
  layout: Layout,
  definition: NodeDefinition | undefined,
  { sizes }: Stage,
): number {
  const picture = definition ? expectedHeight(definition, layout.width) : 0;
  return sizes.get(id)?.height ?? rowsHeight(layout) + picture + anatomy.status;
}

/** Gives files to the param of a node that takes the first of them. False where none does: the page may open the file. */
function dropOn(id: string, files: readonly File[]): boolean {
  const node = nodeOf(app.document, id);
  const [file] = files;
  const name = node && file ? paramFor(app.catalogue[node.type], file) : null;
  if (!node || name === null) return false;
  void takeFiles(node, name, files);
  return true;
}

/**
 * Selects on pointer down; Shift adds or takes out. What is selected already stays so, to be dragged together; let go in the
 * same place, the node is selected alone.
 */
export function pick(event: PointerEvent, id: string): void {
  if (event.button !== 0) return;
  if (event.shiftKey) app.selection.toggle(id);
  else if (!app.selection.getState().nodes.has(id)) app.selection.nodes([id]);
  else pickAloneUnlessMoved(event, id);
}

function pickAloneUnlessMoved({ clientX, clientY }: PointerEvent, id: string): void {
  const up = (end: globalThis.PointerEvent) => {
    if (Math.hypot(end.clientX - clientX, end.clientY - clientY) < 3) app.selection.nodes([id]);
  };
  addEventListener("pointerup", up, { once: true });
}

export function focused(event: FocusEvent, id: string, stage: Stage): void {
  if (event.target !== event.currentTarget || !event.target.matches(":focus-visible")) return;
  app.selection.nodes([id]);
  reveal(stage, id);
}

interface HeaderProps {
  readonly node: GraphNode;
  readonly definition: NodeDefinition | undefined;
  readonly width: number;
}

const Header = memo(function Header({ node, definition, width }: HeaderProps) {
  const [editing, setEditing] = useState(false);
  const Icon = iconNamed(definition?.icon ?? "box");
  const title = definition?.title ?? node.type;
  const name = node.label ?? title;
  const typed =
    node.label !== undefined && node.label !== title && 52 + textWidth(name, 7) + textWidth(title, 6) < width;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F2 renames by keyboard
    <header className="node-header" onDoubleClick={() => setEditing(true)}>
      <Icon size={14} strokeWidth={1.4} aria-hidden />
      {editing ? (
        <NameField node={node} name={name} done={() => setEditing(false)} />
      ) : (
        <span className="node-name" title={name}>
          {name}
        </span>
      )}
      {typed && !editing && <span className="node-type">{title}</span>}
    </header>
  );
});

function NameField({ node, name, done }: { node: GraphNode; name: string; done: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const commit = (value: string) => {
    app.store.change(words.changes.rename, edit.labelNode(node.id, value.trim()));
    done();
  };
  return (
    <input
      ref={field}
      className="node-name-field"
      aria-label={words.nodeName}
      defaultValue={name}
      maxLength={80}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => commit(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit(event.currentTarget.value);
        if (event.key === "Escape") done();
        event.stopPropagation();
      }}
    />
  );
}

function ProgressLine({ run }: { run: ReturnType<typeof app.runs.nodes.get> }) {
  const state = run?.state;
  if (state?.state !== "running") return null;
  const share = state.of > 0 ? Math.min(1, state.done / state.of) : 0;
  return <div className="progress" style={{ width: `${Math.max(8, share * 100)}%` }} />;
}

/** The right edge: drag for another width, double-click for the natural one. */
function Resizer({ id, width, stage }: { id: string; width: number; stage: Stage }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const resize = (to: number) => {
    const next = Math.round(Math.min(540, Math.max(76, to)) / 4) * 4;
    app.store.change(words.changes.resize, edit.resizeNode(id, next), `${id}.width`);
  };
  return (
    <div
      className="resizer"
      title={words.resize}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const { current } = start;
        if (current) resize(current.width + (event.clientX - current.x) / stage.transform.getState().k);
      }}
      onPointerUp={() => {
        start.current = null;
        app.store.settle();
      }}
    />
  );
}
