import { useStore } from "zustand";
import type { GraphNode } from "../../engine/document.ts";
import type { Param } from "../../engine/param.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { nodeOf } from "../nodeOf.ts";
import { spoken, words } from "../words.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { FlagField } from "./FlagField.tsx";
import { LayerField } from "./LayerField.tsx";
import { LinesField } from "./LinesField.tsx";
import { ModelField } from "./ModelField.tsx";
import { NumberField } from "./NumberField.tsx";
import { SeedField } from "./SeedField.tsx";
import { TextField } from "./TextField.tsx";

/** What every control is given. `set` takes only values that the param accepts; `settle` ends a typed edit. */
export interface Control<T> {
  readonly spec: Param;
  readonly label: string;
  readonly value: T;
  set(value: T): void;
  settle(): void;
  reset(): void;
}

interface Props {
  readonly node: GraphNode;
  readonly name: string;
  readonly spec: Param;
  /** On the node, where room is scarce. */
  readonly compact?: boolean;
}

/** The control of one param, bound to the document. */
export function Field({ node, name, spec, compact = false }: Props) {
  const value =
    useStore(app.store, ({ document }) => nodeOf(document, node.id)?.params[name]) ?? spec.default;
  const label = spoken(name);
  const write = (next: unknown) =>
    app.store.change(
      words.changes.param(label),
      edit.setParam(node.id, name, Object.is(next, spec.default) ? undefined : next),
      `${node.id}.${name}`,
    );
  const set = (next: unknown) => {
    if (spec.accepts(next)) write(next);
  };
  const settle = () => app.store.settle();
  const reset = () => {
    settle();
    write(spec.default);
    settle();
  };
  const control = { spec, label, set, settle, reset };
  switch (spec.kind) {
    case "integer":
    case "real":
      return spec.max === Number.MAX_SAFE_INTEGER ? (
        <SeedField {...control} value={Number(value)} />
      ) : (
        <NumberField {...control} value={Number(value)} />
      );
    case "choice":
      return <ChoiceField {...control} value={String(value)} />;
    case "flag":
      return <FlagField {...control} value={value === true} />;
    case "model":
      return <ModelField {...control} value={String(value)} />;
    case "layer":
      return <LayerField {...control} value={String(value)} node={node.id} />;
    case "text":
    case "units":
      if (spec.lines) return <LinesField {...control} value={String(value)} />;
      return <TextField {...control} value={String(value)} compact={compact} />;
    default:
      return spec.kind satisfies never;
  }
}
