import { describe, expect, it } from "vitest";
import { anatomy, layoutOf, socketAt, widthOf } from "../../editor/canvas/layout.ts";
import { wiresOf } from "../../editor/wiresOf.ts";
import type { GraphNode, Wire } from "../../engine/document.ts";
import { catalogue } from "../../nodes/index.ts";

const node = (type: string, extra: Partial<GraphNode> & { width?: unknown } = {}): GraphNode => ({
  id: "n",
  type,
  params: {},
  at: [0, 0],
  ...extra,
});

const layout = (type: string, wires: Wire[] = [], open = false, extra = {}) =>
  layoutOf(node(type, extra), catalogue[type], wiresOf(wires, "n"), open);

describe("the layout of a node", () => {
  it("sets an output level with its input", () => {
    const own = layout("mapping", [], false, { width: 92 });
    expect(socketAt(own, "in", "z")).toEqual([0, anatomy.header + anatomy.row / 2]);
    expect(socketAt(own, "out", "w")).toEqual([92, anatomy.header + anatomy.row / 2]);
  });

  it("folds optional inputs without a wire, and further outputs", () => {
    expect(layout("synthesis").folded).toEqual(["middle", "fine", "noise", "features"]);
    expect(layout("synthesis").rows).toHaveLength(1);
    expect(layout("synthesis", [{ from: ["a", "w"], to: ["n", "fine"] }]).rows).toHaveLength(2);
  });

  it("shows all ports while it is open", () => {
    const own = layout("synthesis", [], true);
    expect(own.rows.map(({ input }) => input)).toEqual(["coarse", "middle", "fine", "noise"]);
    expect(own.folded).toEqual([]);
  });

  it("places a folded port where the fold is", () => {
    expect(socketAt(layout("adainLayer"), "in", "noise")).toEqual([0, anatomy.header + 1.5 * anatomy.row]);
  });

  it("places the socket of a param level with its field", () => {
    const wires: Wire[] = [{ from: ["a", "value"], to: ["n", "psi"] }];
    const own = layout("truncate", wires);
    const top = anatomy.header + anatomy.row * own.rows.length;
    expect(socketAt(own, "in", "psi")).toEqual([0, top + anatomy.field / 2]);
  });

  it("leaves models and layers to the inspector while they have their default", () => {
    expect(layout("sampleLatent").fields).toEqual(["seed", "count"]);
    expect(layout("sampleLatent", [], false, { params: { generator: "other" } }).fields).toContain(
      "generator",
    );
  });

  it("leaves out a param that an input decides in place of, while it is wired", () => {
    expect(layout("paintRegion").fields).toEqual(["strokes", "size"]);
    expect(layout("paintRegion", [{ from: ["a", "image"], to: ["n", "image"] }]).fields).toEqual(["strokes"]);
  });

  it("leaves out a param that means nothing beside what another one is set to", () => {
    const shaped = (shape: string) => layout("pointDataset", [], false, { params: { shape } });
    expect(layout("pointDataset").fields).toEqual(["shape", "count", "seed", "modes", "noise"]);
    expect(shaped("grid").fields).toEqual(["shape", "count", "seed", "side", "noise"]);
    expect(shaped("csv").fields).toEqual(["shape", "fit"]);
    expect(shaped("csv").blocks).toEqual([]);
  });

  it("shows it all the same while a number is wired into it", () => {
    const wires: Wire[] = [{ from: ["a", "value"], to: ["n", "side"] }];
    expect(layout("pointDataset", wires).fields).toContain("side");
  });

  it("gives a plane to draw in a block under the fields, and its node the room of a picture", () => {
    const own = layout("pointDataset", [], false, { params: { shape: "drawn" } });
    expect(own).toMatchObject({ fields: ["shape"], blocks: ["drawn"], width: 256 });
    expect(layout("pointDataset").width).toBe(256);
  });

  it("sets the tools of brushes last, where they may take more rows than one", () => {
    expect(layout("paintUnits").fields.at(-1)).toBe("strokes");
    expect(layout("paintUnits", [{ from: ["a", "thresholds"], to: ["n", "levels"] }]).fields).toEqual([
      "strokes",
    ]);
  });

  it("gives a node that is painted on the room of a picture", () => {
    expect(layout("paintRegion").width).toBe(256);
  });

  it("gives an unknown type the ports that its wires name", () => {
    const wires: Wire[] = [
      { from: ["a", "w"], to: ["n", "style"] },
      { from: ["n", "out"], to: ["b", "w"] },
    ];
    const own = layoutOf(node("styleClip"), undefined, wiresOf(wires, "n"), false);
    expect(own.rows).toEqual([{ input: "style", output: "out" }]);
    expect(own.fields).toEqual([]);
  });

  it("has no socket for a port that the node lacks", () => {
    expect(socketAt(layout("mapping"), "in", "nothing")).toBeNull();
  });

  it("keeps kept widths within bounds, and asks nothing of other things under that name", () => {
    expect(widthOf(node("mapping", { width: 10 }))).toBe(anatomy.narrowest);
    expect(widthOf(node("mapping", { width: 10_000 }))).toBe(anatomy.widest);
    expect(widthOf(node("mapping", { width: "wide" }))).toBeNull();
    expect(widthOf(node("mapping"))).toBeNull();
  });
});
