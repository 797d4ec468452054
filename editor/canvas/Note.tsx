import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { useNode } from "../useParts.ts";
import { spoken, words } from "../words.ts";
import { heightOf } from "./layout.ts";
import { focused, pick } from "./NodeCard.tsx";
import { observeSize } from "./observeSize.ts";
import type { Stage } from "./stage.ts";

/** A text on the canvas, edited where it stands: its first param of kind text. */
export function Note({ id, stage }: { id: string; stage: Stage }) {
  const node = useNode(id);
  const selected = useStore(app.selection, ({ nodes }) => nodes.has(id));
  const definition = app.catalogue[node?.type ?? ""];
  const [param = ""] = Object.entries(definition?.params ?? {}).find(([, { kind }]) => kind === "text") ?? [];
  const text = String(node?.params[param] ?? "");
  const [editing, setEditing] = useState(text === "" && selected);
  const element = useRef<HTMLElement>(null);
  useEffect(() => (element.current ? observeSize(element.current, id, stage.sizes) : undefined), [id, stage]);
  const width = stage.wiring.layout(id)?.width;
  if (!node || !definition || width === undefined) return null;
  const start = () => setEditing(true);
  return (
    <article
      ref={element}
      className={`note ${selected ? "selected" : ""}`}
      style={{ width, minHeight: heightOf(node) ?? undefined }}
      data-node={id}
      data-state="drawn"
      data-type={node.type}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a note takes focus so that keys act on it
      tabIndex={0}
      aria-label={`${node.label ?? definition.title}: ${text}`}
      onPointerDown={(event) => pick(event, id)}
      onFocus={(event) => focused(event, id, stage)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.stopPropagation();
        start();
      }}
    >
      {editing ? (
        <Typed node={node} param={param} text={text} done={() => setEditing(false)} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter edits by keyboard
        <div className={`note-text ${text === "" ? "none" : ""}`} onDoubleClick={start}>
          {text || words.emptyNote}
        </div>
      )}
      <Corner node={node} stage={stage} element={element} />
    </article>
  );
}

interface TypedProps {
  readonly node: GraphNode;
  readonly param: string;
  readonly text: string;
  readonly done: () => void;
}

/** What is typed in one go is one step of the history. */
function Typed({ node, param, text, done }: TypedProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const write = (next: string) =>
    app.store.change(
      words.changes.param(spoken(param)),
      edit.setParam(node.id, param, next === "" ? undefined : next),
      `${node.id}.${param}`,
    );
  return (
    <div className="note-text typed" data-typed={`${text}\n`}>
      <textarea
        ref={field}
        aria-label={words.noteText}
        value={text}
        rows={1}
        onPointerDown={(event) => event.stopPropagation()}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        onBlur={() => {
          app.store.settle();
          done();
        }}
      />
    </div>
  );
}

/** The lower right corner: drag for another size. */
function Corner({
  node,
  stage,
  element,
}: {
  node: GraphNode;
  stage: Stage;
  element: React.RefObject<HTMLElement | null>;
}) {
  const start = useRef<{ x: number; y: number; width: number; height: number } | null>(null);
  const drag = ({ clientX, clientY }: PointerEvent) => {
    if (!start.current) return;
    const { x, y, width, height } = start.current;
    const { k } = stage.transform.getState();
    const size = (value: number, least: number) => Math.round(Math.min(540, Math.max(least, value)) / 4) * 4;
    const to = [size(width + (clientX - x) / k, 76), size(height + (clientY - y) / k, 32)] as const;
    app.store.change(words.changes.resize, edit.resizeNode(node.id, ...to), `${node.id}.size`);
  };
  return (
    <div
      className="note-corner"
      title={words.resizeNote}
      onPointerDown={(event) => {
        if (event.button !== 0 || !element.current) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        const { offsetWidth: width, offsetHeight: height } = element.current;
        start.current = { x: event.clientX, y: event.clientY, width, height };
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null;
        app.store.settle();
      }}
    />
  );
}
