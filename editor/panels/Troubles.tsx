import CircleX from "lucide-react/icons/circle-x";
import Clock from "lucide-react/icons/clock";
import Pause from "lucide-react/icons/pause";
import { useEffect, useRef, useState } from "react";
import { app } from "../app.ts";
import { goTo } from "../goTo.ts";
import { nodeOf } from "../nodeOf.ts";
import { count } from "../numbers.ts";
import { sentence } from "../sentence.ts";
import { type Trouble, troubles } from "../troubles.ts";
import { ofEngine, words } from "../words.ts";
import { nameOf } from "./nameOf.ts";

const icons = { failed: CircleX, waits: Clock, stopped: Pause };
const tones = { failed: "tone-error", waits: "tone-warn", stopped: "" };

/** How many nodes stand still; pressed, which ones and why. A line leads to its node. */
export function Troubles({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const down = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && place.current?.contains(target))) setOpen(false);
    };
    addEventListener("pointerdown", down);
    return () => removeEventListener("pointerdown", down);
  }, [open]);
  return (
    <span className="troubles" ref={place}>
      <button type="button" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text}
      </button>
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys of a menu
        <div
          className="menu trouble-menu"
          role="menu"
          aria-label={text}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.stopPropagation();
              setOpen(false);
              place.current?.querySelector("button")?.focus();
            }
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              event.stopPropagation();
              step(event.currentTarget, event.key === "ArrowDown" ? 1 : -1);
            }
          }}
        >
          {troubles().map((trouble) => (
            <Line key={trouble.id} trouble={trouble} />
          ))}
        </div>
      )}
    </span>
  );
}

function step(menu: HTMLElement, by: number): void {
  const lines = [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  lines[(at + by + lines.length) % lines.length]?.focus();
}

function Line({ trouble: { id, state } }: { trouble: Trouble }) {
  const Icon = icons[state.state];
  return (
    <button type="button" role="menuitem" className="menu-row" onClick={() => goTo(id)}>
      <Icon size={14} strokeWidth={1.4} className={tones[state.state]} aria-hidden />
      <span className="menu-name">
        {nameOf(app.document, id)}
        <small>{why(id, state)}</small>
      </span>
    </button>
  );
}

function why(id: string, state: Trouble["state"]): string {
  if (state.state === "waits") return words.waitsForRun;
  if (state.state === "stopped") return words.stoppedAt(count(state.done));
  const definition = app.catalogue[nodeOf(app.document, id)?.type ?? ""];
  const reason = definition ? sentence(state.reason, definition) : words.ended(ofEngine(state.reason));
  return state.cure ? words.together(reason, ofEngine(state.cure)) : reason;
}
