import { classShares, requireSamples, ShareSums } from "../../engine/gan/classShares.ts";
import {
  type ClassNames,
  classCount,
  conceptsOf,
  namesOf,
  requireSameClasses,
} from "../../engine/gan/concepts.ts";
import { expand, samplesOf } from "../../engine/gan/expand.ts";
import { defineNode, port } from "../../engine/node.ts";

interface Effects {
  samples: number;
  readonly names: ClassNames;
  readonly before: ShareSums;
  readonly after: ShareSums;
  readonly change: ShareSums;
}

export const causalEffect = defineNode({
  title: "Causal effect",
  doc: "What an edit does to each concept: its share of all pixels before and after, the change with its standard error over the samples, and the change relative to before. Bau et al. 2018 (GAN Dissection), section 3.2.",
  synonyms: ["ace", "average causal effect", "before after", "intervention", "class share", "measure"],
  icon: "scale",
  inputs: {
    before: port("segmentation", "class ids [n, h, w] of the pictures as they were"),
    after: port("segmentation", "class ids [n, h, w] of the edited ones"),
  },
  params: {},
  outputs: {
    effect: port("table", "concept, before, after, effect, relative (empty where before is 0), error"),
  },
  reduce: {
    init: (): Effects | null => null,
    async fold(state, { before, after }, _, context) {
      requireSameClasses(before, after, ["before", "after"]);
      const n = samplesOf(before.tensor, after.tensor);
      const [old, now] = [
        await context.runtime.read(await expand(context, before.tensor, n, "before")),
        await context.runtime.read(await expand(context, after.tensor, n, "after")),
      ];
      const names = namesOf(before.classes ? before : after);
      const classes = Math.max(classCount(names, old.data, "before"), classCount(names, now.data, "after"));
      const [sharesBefore, sharesAfter] = [classShares(old, classes), classShares(now, classes)];
      const effects = state ?? newEffects(names);
      effects.samples += n;
      for (const [sample, shares] of sharesBefore.entries()) {
        const edited = sharesAfter[sample] ?? new Float64Array(classes);
        effects.before.add(shares);
        effects.after.add(edited);
        effects.change.add(edited.map((share, id) => share - (shares[id] ?? 0)));
      }
      return effects;
    },
    merge(a, b) {
      if (!a || !b) return a ?? b;
      a.samples += b.samples;
      a.before.merge(b.before);
      a.after.merge(b.after);
      a.change.merge(b.change);
      return a;
    },
    finish(state) {
      const { names, before, after, change } = requireSamples(state, "before");
      const rows = conceptsOf(names, before.sum.length - 1).map(({ id, name }) => {
        const [was, is] = [before.mean(id), after.mean(id)];
        return [name, was, is, is - was, was > 0 ? (is - was) / was : null, change.error(id)];
      });
      const columns = ["concept", "before", "after", "effect", "relative", "error"];
      return { effect: { type: "table", columns, rows } };
    },
  },
});

function newEffects(names: ClassNames): Effects {
  return { samples: 0, names, before: new ShareSums(), after: new ShareSums(), change: new ShareSums() };
}
