import type { GraphNode } from "../../engine/document.ts";
import { useTypeOf } from "../useParts.ts";
import { familyOf } from "./glyphs.tsx";
import { type Layout, socketAt } from "./layout.ts";

interface Props {
  readonly node: GraphNode;
  readonly layout: Layout;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Through a bypassed node: a dotted wire from each input that stands for an output. */
export function Passage({ node, layout, inputs }: Props) {
  return (
    <svg className="passage" aria-hidden>
      {Object.entries(inputs).map(([output, input]) => (
        <Line key={output} {...{ node, layout, output, input }} />
      ))}
    </svg>
  );
}

interface LineProps {
  readonly node: GraphNode;
  readonly layout: Layout;
  readonly input: string;
  readonly output: string;
}

function Line({ node, layout, input, output }: LineProps) {
  const type = useTypeOf(node.id, output);
  const [from, to] = [socketAt(layout, "in", input), socketAt(layout, "out", output)];
  if (!from || !to) return null;
  return (
    <line
      x1={from[0]}
      y1={from[1]}
      x2={to[0]}
      y2={to[1]}
      stroke={type ? `var(--${familyOf[type]})` : "var(--edge)"}
    />
  );
}
