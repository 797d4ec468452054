import type { Context } from "../../engine/context.ts";
import type { Modes } from "../../engine/gan/evolution.ts";
import { jensenShannon } from "../../engine/gan/jensenShannon.ts";
import { kernelDistance } from "../../engine/gan/kernelDistance.ts";
import { coverage, modeShares } from "../../engine/gan/modeCoverage.ts";
import { defineNode, Fault, port } from "../../engine/node.ts";
import type { Tensor } from "../../engine/tensor.ts";

export const modeCoverage = defineNode({
  title: "Mode coverage",
  doc: "How well generated points match the data they were learnt from, in one row: how many modes they reach, the share within 4 sigma of one, the Jensen-Shannon distance of how data and points spread over the modes and beyond (0 to 1), and the squared maximum mean discrepancy (Gaussian kernel, median heuristic, unbiased). Modes and what follows from them are empty where the data has none. Wang et al. 2018 (E-GAN); Gretton et al. 2012.",
  synonyms: ["mode collapse", "quality", "metric", "evaluate", "JSD", "MMD", "high quality", "E-GAN", "GAN"],
  icon: "target",
  inputs: {
    points: port("points", "What was generated, [n, 2]"),
    data: port("dataset", "What it was learnt from, points [m, 2]"),
  },
  params: {},
  outputs: { table: port("table", "One row: modes, covered, highQuality, jsd, mmd") },
  async compute({ points, data }, _, context) {
    const made = await planar("points", points.tensor, context);
    const real = await planar("data", data.tensor, context);
    const row = [...ofModes(made, real, data.modes ?? null), kernelDistance(made, real)];
    return {
      table: { type: "table", columns: ["modes", "covered", "highQuality", "jsd", "mmd"], rows: [row] },
    };
  },
});

/** modes, covered, highQuality and jsd, empty where the modes are not known. */
function ofModes(made: Float32Array, real: Float32Array, modes: Modes | null): (number | null)[] {
  if (!modes) return [null, null, null, null];
  const { covered, highQuality } = coverage(made, modes);
  const jsd = jensenShannon(modeShares(made, modes), modeShares(real, modes));
  return [modes.centres.length, covered, highQuality, jsd];
}

/** The numbers of points [n, 2]. Throws Fault for another shape, for none, and where some are not finite. */
async function planar(port: string, tensor: Tensor, { runtime }: Context): Promise<Float32Array> {
  const { shape, data } = await runtime.read(tensor);
  if (shape.length !== 2 || shape[1] !== 2)
    throw new Fault(`${port}: expected points [n, 2], got [${shape.join(", ")}]`, {
      port,
      cure: "Mode coverage is for points in the plane: use a point dataset.",
    });
  const count = data.length / 2;
  if (count === 0) throw new Fault(`${port}: there are none`, { port, cure: "Give at least one point." });
  let spoilt = 0;
  for (let i = 0; i < data.length; i += 2)
    if (!Number.isFinite(data[i]) || !Number.isFinite(data[i + 1])) spoilt++;
  if (spoilt > 0)
    throw new Fault(
      `${port}: ${spoilt.toLocaleString("en")} of ${count.toLocaleString("en")} are not finite`,
      {
        port,
        cure: "The generator diverged: lower its learning rate, or go back to an earlier generation.",
      },
    );
  return data instanceof Float32Array ? data : Float32Array.from(data); // the same array for the same data
}
