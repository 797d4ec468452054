import type { GraphNode } from "../../engine/document.ts";
import type { Param } from "../../engine/param.ts";
import { words } from "../words.ts";
import { useControl } from "./useControl.ts";

interface Props {
  readonly node: GraphNode;
  readonly name: string;
  readonly spec: Param;
  readonly doc: string;
}

/** The name of a param; a double-click brings its default back. */
export function FieldLabel({ node, name, spec, doc }: Props) {
  const { label, reset } = useControl(node, name, spec);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reset by typing the default
    <span
      className="field-label"
      title={`${doc}\n${words.resets}`}
      onDoubleClick={(event) => {
        event.stopPropagation();
        reset();
      }}
    >
      {label}
    </span>
  );
}
