import { defineNode, param, port } from "../../engine/node.ts";
import { sizeOf, tensor } from "../../engine/tensor.ts";
import { countOwn, ownPicture } from "./pictures/ownPictures.ts";
import { drawScene, sceneClasses } from "./scene/drawScene.ts";

const { when } = param;

/** Of pictures that nobody labelled: one class, which is no concept. */
const unlabelled = { classes: ["unlabelled"], ignore: [0] };

export const imageDataset = defineNode({
  title: "Image dataset",
  doc: "Pictures to train on and to measure against. Scenes: drawn houses, trees, water and weather that come and go independently, with the exact class of every pixel. Own: all of the pictures that you drop, up to 2,000, kept in the graph as squares of 64 × 64 cut from their middle; they are not labelled, so every pixel is of class 0, which is no concept.",
  synonyms: ["training set", "real images", "scenes", "own pictures", "photos", "ground truth", "labels"],
  icon: "images",
  inputs: {},
  params: {
    set: param.choice(["scenes", "own"], "Which pictures."),
    size: param.integer(64, "Height and width in pixels.", { min: 8, max: 256, step: 8, unit: "px" }),
    count: when("set", ["scenes"], param.integer(16, "How many scenes; of own pictures, all.", { min: 1 })),
    seed: when("set", ["scenes"], param.seed("Another seed gives other scenes.")),
    pictures: when("set", ["own"], param.pictures("Own pictures, kept in the graph.")),
  },
  outputs: {
    data: port("dataset", "the pictures, to train on"),
    images: port("image", "[n, 3, size, size] in [-1, 1]"),
    labels: port("segmentation", "class ids [n, size, size]"),
  },
  samples: ({ set, count, pictures }) => (set === "own" ? countOwn(pictures) : count),
  map(_, { set, size, seed, pictures }, { range: { from, to } }) {
    const rgb = new Float32Array(sizeOf([to - from, 3, size, size]));
    const labels = new Int32Array(sizeOf([to - from, size, size]));
    for (let sample = from; sample < to; sample++) {
      const scene = set === "scenes" ? drawScene(seed, sample, size) : null;
      rgb.set(scene?.rgb ?? ownPicture(pictures, sample, size), (sample - from) * 3 * size * size);
      if (scene) labels.set(scene.labels, (sample - from) * size * size);
    }
    const images = tensor([to - from, 3, size, size], rgb);
    const ids = tensor([to - from, size, size], labels);
    const known = set === "scenes" ? { classes: sceneClasses, ignore: [] } : unlabelled;
    return {
      data: { type: "dataset", tensor: images },
      images: { type: "image", tensor: images },
      labels: { type: "segmentation", tensor: ids, ...known },
    };
  },
});
