import { requireSamples } from "../../engine/gan/classShares.ts";
import { defineNode, Fault, param, port } from "../../engine/node.ts";

export const compareImages = defineNode({
  title: "Compare images",
  doc: "Holds two batches of pictures against each other: side by side, under a sliding edge, or as their difference (grey where equal).",
  synonyms: ["difference", "before after", "side by side", "wipe", "diff"],
  icon: "columns-2",
  inputs: { a: port("image", "[n, 3, h, w]"), b: port("image", "[n or 1, 3, h, w], of the same size") },
  params: {
    mode: param.choice(["sideBySide", "wipe", "difference"], "How the two are held against each other."),
  },
  outputs: {},
  show({ a, b }, { mode }) {
    const [n = 0, , ...size] = a.tensor.shape;
    const [m = 0, , ...other] = b.tensor.shape;
    if (size.join() !== other.join())
      throw new Fault(`a and b differ in size: ${size.join("x")} and ${other.join("x")}`, {
        port: "b",
        cure: "Compare pictures of generators of the same resolution.",
      });
    if (n !== m && n !== 1 && m !== 1)
      throw new Fault(`a and b differ in samples: ${n} and ${m}`, {
        port: "b",
        cure: "Give both the same count, or one of them a single picture.",
      });
    requireSamples({ samples: n }, "a");
    requireSamples({ samples: m }, "b");
    return { kind: "comparison", a, b, mode };
  },
});
