import { defineNode, Fault, param, port } from "../../engine/node.ts";
import { generatorModel } from "../../engine/train/generatorModel.ts";

export const evolvedAt = defineNode({
  title: "Evolved at",
  doc: "The best survivor of an earlier generation: of those that the run keeps, the last one that is not later than the generation asked for.",
  synonyms: ["snapshot", "history", "checkpoint", "go back", "keep"],
  icon: "history",
  inputs: { evolution: port("evolution", "A run of evolution") },
  params: { generation: param.integer(0, "The generation to go back to.", { min: 0 }) },
  outputs: { generator: port("generator", "The survivor of that generation") },
  compute({ evolution }, { generation }, { key, models }) {
    const kept = evolution.snapshots.filter((snapshot) => snapshot.generation <= generation).at(-1);
    if (!kept) throw new Fault("the run has no generation yet", { port: "evolution", cure: "Run it first." });
    const id = `evolved-${key.slice(0, 12)}`;
    const identity = `${key} ${kept.generation}`;
    models.place(
      generatorModel({ ...evolution, generation: kept.generation }, { id, identity, weights: kept.weights }),
    );
    return { generator: { type: "generator", model: id } };
  },
});
