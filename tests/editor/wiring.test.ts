import { beforeEach, describe, expect, it } from "vitest";
import { app, emptyDocument } from "../../editor/app.ts";
import { createWiring } from "../../editor/canvas/wiring.ts";
import { createKeyed } from "../../editor/keyed.ts";

type Point = readonly [number, number];

const iou = { id: "iou", type: "unitIoU", params: {}, at: [0, 0] as Point };
const levels = { id: "levels", type: "activationThreshold", params: {}, at: [0, 300] as Point };
const wire = { from: ["levels", "thresholds"], to: ["iou", "thresholds"] } as const;

describe("the way of a wire to a node that lies behind", () => {
  const places = createKeyed<Point>();
  const sizes = createKeyed<{ readonly width: number; readonly height: number }>();
  const wiring = createWiring(places, sizes, createKeyed<boolean>());
  const heights = () =>
    wiring
      .courses()
      .get(wire)
      ?.map(([, y]) => y) ?? [];

  beforeEach(() => app.store.open("1", { ...emptyDocument, nodes: [iou, levels], wires: [wire] }));

  it("goes through the free height between both nodes once these are placed and measured", () => {
    heights(); // while nothing is placed
    for (const { id, at } of [iou, levels]) places.set(id, at);
    sizes.set("iou", { width: 132, height: 200 });
    expect(heights()).toContain(250);
    sizes.set("iou", { width: 132, height: 100 });
    expect(heights()).toContain(200);
  });

  it("is another one only where wires, or layouts at their ends, are", () => {
    const before = app.document;
    wiring.courses();
    app.store.change("quantile", (document) => ({
      ...document,
      nodes: document.nodes.map((node) => (node === levels ? { ...node, params: { quantile: 0.9 } } : node)),
    }));
    expect(wiring.isOther(app.document, before)).toBe(false);
    const changed = app.document;
    app.store.change("cut", (document) => ({ ...document, wires: [] }));
    expect(wiring.isOther(app.document, changed)).toBe(true);
  });
});
