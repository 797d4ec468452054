import { app } from "./app.ts";
import { edit } from "./edit.ts";
import { nodeOf } from "./nodeOf.ts";
import { spoken, words } from "./words.ts";

/** Sets params of a node as one step of the history. A default is left out of the document. */
export function setParams(id: string, values: Readonly<Record<string, unknown>>): void {
  const params = app.catalogue[nodeOf(app.document, id)?.type ?? ""]?.params ?? {};
  const changes = Object.entries(values).map(([name, value]) =>
    edit.setParam(id, name, Object.is(value, params[name]?.default) ? undefined : value),
  );
  const [first = ""] = Object.keys(values);
  app.store.settle();
  app.store.change(words.changes.param(spoken(first)), (document) =>
    changes.reduce((changed, change) => change(changed), document),
  );
}
