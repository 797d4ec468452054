import type { GraphNode } from "../../engine/document.ts";
import type { Param } from "../../engine/param.ts";
import { app } from "../app.ts";
import { edit } from "../edit.ts";
import { useNode } from "../useParts.ts";
import { spoken, words } from "../words.ts";

/** What every control is given. `set` takes only values that the param accepts; `settle` ends an edit in many steps. */
export interface Control<T> {
  readonly spec: Param;
  readonly label: string;
  readonly value: T;
  set(value: T): void;
  settle(): void;
  reset(): void;
}

/** One param of a node, bound to the document. */
export function useControl(node: GraphNode, name: string, spec: Param): Control<unknown> {
  const value = useNode(node.id)?.params[name] ?? spec.default;
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
  return { spec, label, value, set, settle, reset };
}
