import { describe, expect, it } from "vitest";
import { emptyDocument } from "../../editor/app.ts";
import { createDocumentStore } from "../../editor/document.ts";
import { edit } from "../../editor/edit.ts";
import { partsOf } from "../../editor/parts.ts";

const node = (id: string, type = "sampleLatent") => ({ id, type, params: {}, at: [0, 0] as const });
const wire = { from: ["a", "z"], to: ["b", "z"] } as const;

function opened() {
  const document = { ...emptyDocument, nodes: [node("a"), node("b", "mapping")] };
  const store = createDocumentStore("1", document);
  const parts = partsOf(store);
  const woken: string[] = [];
  for (const id of ["a", "b", "c"]) parts.nodes.subscribe(id, () => woken.push(id));
  parts.structure.subscribe(() => woken.push("structure"));
  return { store, parts, woken };
}

describe("the parts of the open document", () => {
  it("hold every node from the first", () => {
    const { parts } = opened();
    expect([...parts.nodes.keys()]).toEqual(["a", "b"]);
    expect(parts.structure.getState().nodes).toHaveLength(2);
  });

  it("wake what shows a node when a param of it changes, and nothing else", () => {
    const { store, parts, woken } = opened();
    store.change("seed", edit.setParam("a", "seed", 7));
    expect(woken).toEqual(["a"]);
    expect(parts.nodes.get("a")?.params.seed).toBe(7);
  });

  it("wake what hangs on the structure when wires or nodes come and go, and undo gives them back", () => {
    const { store, parts, woken } = opened();
    store.change("wire", edit.connect(wire));
    expect(woken).toEqual(["structure"]);
    store.change("add", edit.addNode(node("c")));
    expect(woken).toEqual(["structure", "c", "structure"]);
    store.undo();
    expect(woken).toEqual(["structure", "c", "structure", "c", "structure"]);
    expect(parts.nodes.get("c")).toBeUndefined();
    expect(parts.structure.getState()).toBe(store.getState().document);
  });

  it("are those of another document that is opened", () => {
    const { store, parts, woken } = opened();
    store.open("2", { ...emptyDocument, nodes: [node("b", "truncate")] });
    expect([...parts.nodes.entries()]).toEqual([["b", node("b", "truncate")]]);
    expect(woken).toEqual(["a", "b", "structure"]);
  });
});
