import { describe, expect, test } from "vitest";
import type { Chart } from "../../../engine/chart.ts";
import type { Context } from "../../../engine/node.ts";
import { thinChart } from "../../../engine/thinChart.ts";
import type { Evolution } from "../../../engine/values.ts";
import { chartTable, markWords } from "../../../nodes/chart/chartTable.ts";
import { darkInks } from "../../../nodes/chart/inks.ts";
import { renderChart } from "../../../nodes/chart/renderChart.ts";
import { evolutionChart } from "../../../nodes/view/evolutionChart.ts";
import { imagesEvolution, pointsEvolution } from "../evolution/evolutionFixture.ts";

function draw(what: string, evolution: Evolution = pointsEvolution(), highlight = ""): Chart {
  const view = evolutionChart.show?.({ evolution }, { what, highlight }, {} as Context);
  if (!view || !("kind" in view) || view.kind !== "chart") throw new Error("expected a chart");
  return view.chart;
}
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe("every chart", () => {
  test.each(["fitness", "survivors", "metrics", "loss", "gradient"])(
    "%s is drawn, and has its numbers",
    (what) => {
      const chart = draw(what);
      const svg = renderChart(chart, darkInks, 480);
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>/);
      expect(svg).not.toMatch(/NaN|undefined|<style/);
      expect(renderChart(chart, darkInks, 480)).toBe(svg);
      const { columns, rows } = chartTable(chart);
      expect(columns[0]).toBe("generation");
      expect(rows).toHaveLength(what === "metrics" ? 91 : 3600);
    },
  );

  test.each(["fitness", "survivors", "metrics", "loss", "gradient"])(
    "%s withstands a run that has not begun",
    (what) => {
      expect(renderChart(draw(what, pointsEvolution({ generation: 0 })), darkInks, 256)).not.toMatch(/NaN/);
    },
  );
});

test("fitness has quality, diversity and fitness of each mutation", () => {
  const chart = draw("fitness", pointsEvolution({ generation: 2 }), "leastSquares");
  if (chart.kind !== "lines") throw new Error("expected lines");
  expect(chart.panels.map(({ y }) => y)).toEqual(["quality", "diversity", "fitness"]);
  expect(chart.panels[0]?.lines.map(({ name }) => name)).toEqual(["minimax", "heuristic", "least squares"]);
  expect(chart.highlight).toBe("least squares");
  const [, quality, , , diversity, , , fitness] = chartTable(chart).rows[0] ?? [];
  expect(Number(fitness)).toBeCloseTo(Number(quality) + 0.025 * Number(diversity), 5);
  expect(texts(renderChart(chart, darkInks, 480))).toEqual(
    expect.arrayContaining(["quality", "least squares"]),
  );
});

test("survivors are said by name, generation by generation, and by their shares", () => {
  const chart = draw("survivors", pointsEvolution({ generation: 64 }));
  const { columns, rows } = chartTable(chart);
  expect(columns).toEqual(["generation", "survivor"]);
  expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(["minimax", "heuristic", "least squares"]));
  expect(markWords(chart, 0)).toMatch(/^generation 1 to 2: minimax \d+\.\d %, heuristic/);
  expect(chartTable(draw("survivors", pointsEvolution({ generation: 4, parents: 2 }))).columns).toEqual([
    "generation",
    "survivor 1",
    "survivor 2",
  ]);
});

test("a long course is thinned for a page, its peaks kept, not for a file", () => {
  const run = pointsEvolution({ generation: 9000 });
  const [whole, thin] = [draw("gradient", run), thinChart(draw("gradient", run))];
  expect(chartTable(whole).rows).toHaveLength(9000);
  const numbers = (chart: Chart) => chartTable(chart).rows.map(([, value]) => Number(value));
  expect(numbers(thin).length).toBeLessThanOrEqual(2048);
  expect(Math.max(...numbers(thin))).toBe(Math.max(...numbers(whole)));
});

test.each<[string, string, Evolution, string]>([
  [
    "fitness of a random pick",
    "fitness",
    pointsEvolution({ selection: "random" }),
    "picked at random here: no child has a fitness",
  ],
  ["metrics without modes", "metrics", imagesEvolution(), "the modes of this data are not known"],
])("%s is refused with the reason", (_, what, run, reason) => {
  expect(() => draw(what, run)).toThrow(reason);
});

test("the accent is for a mutation of the run", () => {
  expect(() => draw("loss", pointsEvolution(), "crossover")).toThrow("the run has no mutation crossover");
});
