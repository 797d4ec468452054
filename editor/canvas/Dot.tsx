import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { app } from "../app.ts";
import { dotSize } from "../dots.ts";
import { useNode, useTypeOf, useWires } from "../useParts.ts";
import { words } from "../words.ts";
import { familyOf } from "./glyphs.tsx";
import { focused, pick } from "./NodeCard.tsx";
import { observeSize } from "./observeSize.ts";
import { Socket } from "./Ports.tsx";
import type { Stage } from "./stage.ts";
import { useDropState } from "./useDropState.ts";

/** A point on a wire. Its middle is dragged; a wire may be drawn to its left end and from its right one. */
export function Dot({ id, stage }: { id: string; stage: Stage }) {
  const node = useNode(id);
  const { entering } = useWires(id);
  const definition = app.catalogue[node?.type ?? ""];
  const [input = ""] = Object.keys(definition?.inputs ?? {});
  const [output = ""] = Object.keys(definition?.outputs ?? {});
  const given = useTypeOf(id, output);
  const selected = useStore(app.selection, ({ nodes }) => nodes.has(id));
  const drop = useDropState(stage, id);
  const element = useRef<HTMLElement>(null);
  useEffect(() => (element.current ? observeSize(element.current, id, stage.sizes) : undefined), [id, stage]);
  if (!node || !definition) return null;
  const type = entering.has(input) ? (given ?? null) : null;
  const title = node.label ?? definition.title;
  return (
    <article
      ref={element}
      className={["dot", selected && "selected", drop.dim && "dim"].filter(Boolean).join(" ")}
      style={{ ...dotSize, color: type ? `var(--${familyOf[type]})` : "var(--edge)" }}
      data-node={id}
      data-state="drawn"
      data-type={node.type}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a node takes focus so that keys act on it
      tabIndex={0}
      title={title}
      aria-label={type ? `${title}, ${type}` : `${title}, ${words.notWired}`}
      onPointerDown={(event) => pick(event, id)}
      onFocus={(event) => focused(event, id, stage)}
    >
      <svg width={dotSize.width} height={dotSize.height} aria-hidden>
        <path className="wire-line" d={`M0 8H${dotSize.width}`} />
        <circle cx={dotSize.width / 2} cy={dotSize.height / 2} r={5} />
      </svg>
      <Socket {...{ node, stage, drop, type }} side="in" port={input} />
      <Socket {...{ node, stage, drop, type }} side="out" port={output} />
    </article>
  );
}
