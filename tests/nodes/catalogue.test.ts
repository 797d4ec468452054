import { readdirSync } from "node:fs";
import { iconNames } from "lucide-react/dynamic";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../nodes/index.ts";

/** Contract, section 4: inputs, params with defaults, outputs; ? marks an optional input. */
const contract: Record<string, readonly [inputs: string, params: string, outputs: string]> = {
  sampleLatent: ["evolved:generator?", "generator seed=0 count=1", "z:latent"],
  mapping: ["z:latent", "", "w:style"],
  truncate: ["w:style", "psi=0.7", "w:style"],
  interpolate: ["a:latent|style b:latent|style", 'steps=9 path="linear"', "path:latent|style"],
  pick: ["batch:any", "index=0", "item:any"],
  pairs: ["rows:style columns:style", "", "rows:style columns:style"],
  noise: ["", "seed=0 strength=1", "noise:noise"],
  constantInput: ["", "generator", "features:features"],
  projectLatent: ["z:latent", "", "features:features"],
  adainLayer: ["features:features w:style noise:noise?", "", "features:features"],
  convLayer: ["features:features", "", "features:features"],
  toRGB: ["features:features", "", "image:image"],
  synthesis: [
    "coarse:style middle:style? fine:style? noise:noise?",
    'tap=""',
    "image:image features:features",
  ],
  generate: ["z:latent evolved:generator?", 'generator tap=""', "image:image features:features"],
  adain: ["content:features style:features", "", "features:features"],
  segment: ["image:image", "model", "segmentation:segmentation"],
  conceptMask: ["segmentation:segmentation", "concept", "mask:mask"],
  activationThreshold: [
    "features:features segmentation:segmentation?",
    "quantile=0.99",
    "thresholds:thresholds",
  ],
  unitIoU: ["features:features segmentation:segmentation thresholds:thresholds", "", "scores:scores"],
  selectUnits: ["scores:scores", "concept count=8 minIoU=0.04", "units:units"],
  causalEffect: ["before:segmentation after:segmentation", "", "effect:table"],
  unitHeatmap: ["image:image features:features units:units", "", "image:image"],
  unitsAt: [
    "image:image features:features thresholds:thresholds? scores:scores?",
    'place=[0.5,0.5] sample=0 count=8 by="auto"',
    "table:table units:units",
  ],
  pointDataset: [
    "",
    'shape="ring" count=512 seed=0 modes=8 side=5 noise=1 drawn=[] csv="" fit=true',
    "data:dataset points:points",
  ],
  imageDataset: ["", "set size count seed pictures", "data:dataset images:image labels:segmentation"],
  evolve: [
    "data:dataset",
    'mutations selection="fitness" gamma=0.025 parents=1 discriminatorSteps=1 batch=64 evaluation=256 steps=2000 seed=0 network="mlp" width=128 depth=3 latent=2 distribution="uniform" normalisation="none" initialisation="default" generatorRate=0.0005 discriminatorRate=0.001 beta1=0.5 discriminatorBeta1=0 beta2=0.999',
    "evolution:evolution generator:generator",
  ],
  sampleEvolved: ["generator:generator", "seed=0 count=512", "points:points images:image"],
  evolvedAt: ["evolution:evolution", "generation=0", "generator:generator"],
  modeCoverage: ["points:points data:dataset", "", "table:table"],
  unitMask: [
    "features:features units:units? region:mask? levels:thresholds?",
    'mode="ablate" units="" value=1',
    "features:features",
  ],
  paintRegion: ["image:image?", "strokes=[]", "mask:mask"],
  paintUnits: [
    "features:features a:units? b:units? c:units? d:units? levels:thresholds? w:style? noise:noise?",
    "value=1 strokes=[]",
    "image:image features:features",
  ],
  number: ["", "value", "value:number"],
  csvTable: ["", 'csv=""', "table:table"],
  viewImages: ["image:image", "columns", ""],
  viewPoints: [
    "points:points data:dataset? evolution:evolution?",
    "extent=0 real=true modes=true field=true grid=true",
    "",
  ],
  evolutionChart: ["evolution:evolution", 'what="fitness" highlight=""', ""],
  discriminatorField: ["evolution:evolution", "size=128 extent=0", "image:image field:mask"],
  viewTable: ["table:table", 'sort="" descending=true rows=0', ""],
  viewChart: [
    "data:table|scores",
    'kind="auto" minIoU=0.04 value="" label="" error="" highlight="" rows=64',
    "",
  ],
  viewUnits: [
    "scores:scores|table top:image? peaks:table?",
    'units="" artifacts="" minIoU=0.04 concept=""',
    "units:units artifacts:units",
  ],
  compareImages: ["a:image b:image", "", ""],
};

const words = (text: string) => text.split(" ").filter((word) => word !== "");

function portsOf(ports: (typeof catalogue)[string]["inputs"]): string[] {
  return Object.entries(ports).map(([name, { types, optional }]) => {
    const fits = types.length > 3 ? "any" : types.join("|");
    return `${name}:${fits}${optional ? "?" : ""}`;
  });
}

describe("against the contract", () => {
  test.each(Object.entries(contract))("%s has its ports and params", (type, [inputs, params, outputs]) => {
    const node = catalogue[type];
    if (!node) throw new Error(`${type} is missing`);
    expect(portsOf(node.inputs)).toEqual(words(inputs));
    expect(portsOf(node.outputs)).toEqual(words(outputs));
    for (const param of words(params)) {
      const [name = "", value] = param.split("=");
      expect(Object.keys(node.params)).toContain(name);
      if (value !== undefined) expect(node.params[name]?.default).toEqual(JSON.parse(value));
    }
  });

  test("interpolate goes linear or spherical, unitMask ablates, inserts or scales", () => {
    expect(catalogue.interpolate?.params.path?.options).toEqual(["linear", "spherical"]);
    expect(catalogue.unitMask?.params.mode?.options).toEqual(["ablate", "insert", "scale"]);
  });
});

describe.each(Object.entries(catalogue))("%s", (type, node) => {
  test("says what it does, in sentences, with the shapes of its ports", () => {
    expect(node.title).toMatch(/^[A-Z]/);
    expect(node.doc).toMatch(/^[A-Z].*\.$/);
    for (const port of [...Object.values(node.inputs), ...Object.values(node.outputs)])
      expect(port.doc).not.toBe("");
    for (const param of Object.values(node.params)) expect(param.doc).toMatch(/\.$/);
    expect(node.synonyms?.length ?? 0).toBeGreaterThan(2);
  });

  test("has an icon that exists", () => {
    expect(iconNames).toContain(node.icon);
  });

  test("accepts its own defaults", () => {
    for (const param of Object.values(node.params)) expect(param.accepts(param.default)).toBe(true);
  });

  test("computes in exactly one way, or is only drawn", () => {
    if (node.drawn) {
      for (const way of [node.compute, node.map, node.reduce, node.show]) expect(way).toBeUndefined();
      return;
    }
    const ways = [node.compute, node.map, node.reduce].filter((way) => way !== undefined);
    expect(ways).toHaveLength(Object.keys(node.outputs).length > 0 ? 1 : 0);
    if (ways.length === 0) expect(node.show).toBeDefined();
    if (node.map ?? node.reduce) expect(node.show).toBeUndefined();
  });

  test("names inputs that exist where an output has the type of one", () => {
    for (const { same } of Object.values(node.outputs))
      if (same) expect(Object.keys(node.inputs)).toContain(same);
  });

  test("names inputs that exist where one decides in place of a param, or is a brush", () => {
    const named = Object.values(node.params).flatMap(({ unless, brushes = [] }) => [unless, ...brushes]);
    for (const name of named) if (name !== undefined) expect(Object.keys(node.inputs)).toContain(name);
  });

  test("shows params only while another has values that it may have", () => {
    for (const { when } of Object.values(node.params)) {
      if (!when) continue;
      const decides = node.params[when.param];
      for (const value of when.is) expect(decides?.accepts(value)).toBe(true);
      expect(decides?.when).toBeUndefined();
    }
  });

  test("names an input or an output where one is its picture", () => {
    const ports = Object.keys({ ...node.inputs, ...node.outputs });
    if (node.picture !== undefined) expect(ports).toContain(node.picture);
  });

  test("lies in the folder of its category, in a file of its name", () => {
    expect(readdirSync(new URL(`../../nodes/${node.category}/`, import.meta.url))).toContain(`${type}.ts`);
  });
});

test("every file in a folder of nodes is in the catalogue", () => {
  const categories = new Set(Object.values(catalogue).map(({ category }) => category));
  for (const category of categories) {
    const folder = new URL(`../../nodes/${category}/`, import.meta.url);
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const types = Object.keys(catalogue).filter((type) => catalogue[type]?.category === category);
    expect(files.map(({ name }) => name.replace(".ts", "")).sort()).toEqual(types.sort());
  }
});
