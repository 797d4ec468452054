import { defineNode, param, port } from "../../engine/node.ts";
import { sizeOf, tensor } from "../../engine/tensor.ts";
import { drawScene, sceneClasses } from "./scene/drawScene.ts";

export const imageDataset = defineNode({
  title: "Image dataset",
  doc: "Pictures to train on and to measure against: procedural scenes with houses, trees, water and weather that come and go independently, and the exact class of every pixel.",
  synonyms: ["training set", "real images", "scenes", "ground truth", "labels"],
  icon: "images",
  inputs: {},
  params: {
    set: param.choice(["scenes"], "Which pictures."),
    size: param.integer(64, "Height and width in pixels.", { min: 8, max: 256, step: 8 }),
    count: param.integer(16, "How many pictures.", { min: 1 }),
    seed: param.seed("Another seed gives other pictures."),
  },
  outputs: {
    data: port("dataset", "the pictures, to train on"),
    images: port("image", "[count, 3, size, size] in [-1, 1]"),
    labels: port("segmentation", "class ids [count, size, size]"),
  },
  samples: (params) => params.count,
  map(_, { size, seed }, { range: { from, to } }) {
    const pictures = new Float32Array(sizeOf([to - from, 3, size, size]));
    const labels = new Int32Array(sizeOf([to - from, size, size]));
    for (let sample = from; sample < to; sample++) {
      const scene = drawScene(seed, sample, size);
      pictures.set(scene.rgb, (sample - from) * scene.rgb.length);
      labels.set(scene.labels, (sample - from) * scene.labels.length);
    }
    const images = tensor([to - from, 3, size, size], pictures);
    const ids = tensor([to - from, size, size], labels);
    return {
      data: { type: "dataset", tensor: images },
      images: { type: "image", tensor: images },
      labels: { type: "segmentation", tensor: ids, classes: sceneClasses, ignore: [] },
    };
  },
});
