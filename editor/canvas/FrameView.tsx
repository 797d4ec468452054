import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Frame } from "../../engine/document.ts";
import { app } from "../app.ts";
import type { Box } from "../box.ts";
import { frameEdit } from "../frameEdit.ts";
import { words } from "../words.ts";
import { FrameTools } from "./FrameTools.tsx";
import type { Stage } from "./stage.ts";
import { useCarry } from "./useCarry.ts";

interface Props {
  readonly frame: Frame;
  readonly box: Box;
  readonly stage: Stage;
}

/** One frame: its title carries the nodes along, renames by double-click, and shows the tools of the frame once selected. */
export function FrameView({ frame, box, stage }: Props) {
  const { id, label, color } = frame;
  const selected = useStore(app.selection, (selection) => selection.frame === id);
  const target = useStore(stage.framing.framed, (framed) => framed.target === id);
  const [editing, setEditing] = useState(false);
  const place = {
    left: box.left,
    top: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  };
  return (
    <section
      className={["frame", selected && "selected", target && "target"].filter(Boolean).join(" ")}
      style={place}
      aria-label={label}
      data-frame={id}
      data-color={color}
    >
      {selected && <FrameTools frame={frame} stage={stage} />}
      {editing ? (
        <TitleField frame={frame} done={() => setEditing(false)} />
      ) : (
        <Title frame={frame} stage={stage} selected={selected} edit={() => setEditing(true)} />
      )}
    </section>
  );
}

interface TitleProps {
  readonly frame: Frame;
  readonly stage: Stage;
  readonly selected: boolean;
  readonly edit: () => void;
}

function Title({ frame, stage, selected, edit }: TitleProps) {
  const carry = useCarry(frame, stage);
  const [, name = "", aside] = /^(.*?)(?:\s+(\d.*))?$/.exec(frame.label) ?? [];
  return (
    <h3>
      <button
        type="button"
        className="frame-title"
        title={words.frames.title}
        aria-pressed={selected}
        onClick={(event) => {
          if (event.shiftKey) app.selection.nodes(frame.nodes);
          else app.selection.frame(frame.id);
        }}
        onDoubleClick={edit}
        {...carry}
      >
        {name || words.frames.unnamed} {aside && <small>{aside}</small>}
      </button>
    </h3>
  );
}

function TitleField({ frame, done }: { frame: Frame; done: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => field.current?.select(), []);
  const commit = (value: string) => {
    if (left.current) return;
    left.current = true;
    app.store.change(words.changes.rename, frameEdit.label(frame.id, value.trim()));
    done();
  };
  return (
    <input
      ref={field}
      className="frame-name-field"
      aria-label={words.frames.name}
      defaultValue={frame.label}
      maxLength={80}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => commit(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit(event.currentTarget.value);
        if (event.key === "Escape") {
          left.current = true;
          done();
        }
        event.stopPropagation();
      }}
    />
  );
}
