import { describe, expect, it } from "vitest";
import {
  modesCovered,
  sentence,
  summary,
  timeLeft,
  whySurvives,
} from "../../../../editor/previews/evolution/captions.ts";
import { toneOf } from "../../../../editor/previews/evolution/toneOf.ts";
import type { ChildPicture, EvolutionPicture } from "../../../../engine/evolutionPicture.ts";
import { evolutionPreview } from "../../../../engine/evolutionPreview.ts";
import { imagesEvolution, pointsEvolution } from "../../../nodes/evolution/evolutionFixture.ts";
import { wasm } from "../../../nodes/workbench.ts";

const run = await evolutionPreview(pointsEvolution(), await wasm());
const withChildren = (
  change: (child: ChildPicture, at: number) => Partial<ChildPicture>,
): EvolutionPicture => ({
  ...run,
  children: run.children.map((child, at) => ({ ...child, ...change(child, at) })),
});

describe("the line beneath a run", () => {
  it("says how many modes it covers, and who survives most", () => {
    expect(summary(run)).toMatch(/^\d+ of 25 modes · least squares \d+ %$/);
    expect(summary({ ...run, selection: "random" })).toMatch(/least squares \d+ % at random$/);
    expect(summary({ ...run, mutations: ["heuristic"], recent: { ...run.recent, shares: [1] } })).toMatch(
      /heuristic alone$/,
    );
  });

  it("says why it stopped", () => {
    expect(summary({ ...run, diverged: "D's loss is not finite" })).toBe("D's loss is not finite.");
  });

  it("has something to say before the first generation, and of pictures", async () => {
    const images = await evolutionPreview(imagesEvolution({ generation: 0 }), await wasm());
    expect(summary(images)).toBe("generation 0");
    expect(modesCovered([])).toBe("");
  });
});

describe("why one survives", () => {
  it("is its fitness, and what of it decided", () => {
    expect(whySurvives(run)).toBe(
      "Least squares survives: its fitness 0.371 is the highest; both its quality 0.425 and its diversity −2.17 are the best.",
    );
    expect(whySurvives(withChildren((_, at) => (at === 0 ? { quality: 0.5 } : {})))).toContain(
      "its diversity −2.17 is the best and makes up for its quality 0.425.",
    );
    expect(whySurvives(withChildren((_, at) => (at === 0 ? { diversity: -1 } : {})))).toContain(
      "its quality 0.425 is the best and makes up for its diversity −2.17.",
    );
    const neither = withChildren((_, at) =>
      at === 0 ? { diversity: -1 } : at === 1 ? { quality: 0.9 } : {},
    );
    expect(whySurvives(neither)).toContain("quality 0.425 and diversity −2.17 weigh most together.");
  });

  it("is chance where one is picked at random, and nothing where there is one child", () => {
    expect(whySurvives({ ...run, selection: "random" })).toBe(
      "Least squares survives: picked at random, no child is judged.",
    );
    expect(whySurvives({ ...run, children: run.children.slice(2) })).toBe(
      "Least squares survives: it is the only child.",
    );
  });

  it("names several, and is not said before the first children", () => {
    const two = { ...withChildren((_, at) => ({ survives: at > 0 })), parents: 2 };
    expect(whySurvives(two)).toBe("Heuristic and least squares survive: the 2 highest fitnesses.");
    const alike = [run.children[1], run.children[2], run.children[2]] as ChildPicture[];
    const three = alike.map((child) => ({ ...child, survives: true }));
    expect(whySurvives({ ...run, children: [...run.children, ...three], parents: 4 })).toMatch(
      /^3 least squares and 1 heuristic survive: the 4 highest fitnesses\.$/,
    );
    expect(whySurvives({ ...run, children: [] })).toBe("");
  });
});

it("says what is left in seconds, minutes or hours", () => {
  expect(timeLeft(run)).toBe("53 s left");
  expect(timeLeft({ ...run, ms: 100 })).toBe("4 min left");
  expect(timeLeft({ ...run, ms: 5000 })).toBe("3.3 h left");
  expect(timeLeft({ ...run, generation: run.steps })).toBe("");
  expect(timeLeft({ ...run, ms: Number.NaN })).toBe("");
});

it("gives the last mutation the strongest ink", () => {
  expect(run.mutations.map((mutation) => toneOf(run.mutations, mutation))).toEqual([
    "tone-2",
    "tone-1",
    "tone-0",
  ]);
  expect(sentence("it stopped.")).toBe("It stopped.");
});
