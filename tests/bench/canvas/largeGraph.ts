/** A large graph that computes next to nothing: rows of latents walked between, four nodes and six wires a step. */
export interface LargeGraph {
  readonly format: "ganglion/graph";
  readonly version: 1;
  readonly name: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly params: Readonly<Record<string, number>>;
    readonly at: readonly [number, number];
  }[];
  readonly wires: readonly {
    readonly from: readonly [string, string];
    readonly to: readonly [string, string];
  }[];
}

const stepsARow = 10;
const [column, row] = [220, 220];

/** `steps` times four nodes and six wires. */
export function largeGraph(steps: number): LargeGraph {
  const all = Array.from({ length: steps }, (_, step) => stepOf(step));
  return {
    format: "ganglion/graph",
    version: 1,
    name: `${4 * steps} nodes`,
    nodes: all.flatMap(({ nodes }) => nodes),
    wires: all.flatMap(({ wires }) => wires),
  };
}

/** Two latents by a seed, a walk to them from where the step before ended, and the first point of that walk. */
function stepOf(step: number): Pick<LargeGraph, "nodes" | "wires"> {
  const [left, top] = [4 * column * (step % stepsARow), row * Math.floor(step / stepsARow)];
  const types = ["number", "sampleLatent", "interpolate", "pick"];
  const [two, latent, walk, point] = types.map((type) => `${type}${step}`) as [
    string,
    string,
    string,
    string,
  ];
  const begins = step % stepsARow === 0;
  return {
    nodes: types.map((type, index) => ({
      id: `${type}${step}`,
      type,
      params: type === "number" ? { value: 2 } : {},
      at: [left + column * index, top],
    })),
    wires: [
      { from: [two, "value"], to: [latent, "seed"] },
      { from: [two, "value"], to: [latent, "count"] },
      { from: [two, "value"], to: [walk, "steps"] },
      { from: begins ? [latent, "z"] : [`pick${step - 1}`, "item"], to: [walk, "a"] },
      { from: [latent, "z"], to: [walk, "b"] },
      { from: [walk, "path"], to: [point, "batch"] },
    ],
  };
}
