import type { NodeWords } from "../nodeWords.ts";

export const latent: NodeWords = {
  sampleLatent: {
    title: "采样潜码",
    doc: "从生成器的分布中抽取潜码 z [count, size]：标准正态分布；若生成器以均匀分布演化而来，则为 (-1, 1) 上的均匀分布。无论数量多少，第 5 个样本不变。 Karras et al. 2018, section 2.",
    inputs: { evolved: "由节点产生的生成器，代替按名称指定的生成器" },
    outputs: { z: "z [count, size]" },
    params: {
      generator: "潜码所属的生成器，决定其长度。",
      seed: "换一个种子得到其他潜码。",
      count: "抽取的潜码数量。",
    },
  },
  mapping: {
    title: "映射",
    doc: "用生成器的映射网络将潜码 z [n, size] 映射为风格 w [n, size]。 Karras et al. 2018, section 2.",
    inputs: { z: "z [n, size]" },
    outputs: { w: "w [n, size]" },
  },
  truncate: {
    title: "截断",
    doc: "将风格 w 拉向生成器的平均风格：mean + psi (w - mean)。psi 为 1 时不变，0 得到平均图像，负值得到其反面。 Karras et al. 2018, appendix B.",
    inputs: { w: "w [n, size]" },
    outputs: { w: "w [n, size]" },
    params: { psi: "与平均风格的距离。" },
  },
  interpolate: {
    title: "插值",
    doc: "从每个 a 到对应的 b 等步行进，包含两端：[n * steps, size]。球面路径保持在正态潜码所在的球壳上。 White 2016; Karras et al. 2018, section 4.1.",
    inputs: { a: "各路径的起点，[n, size]。", b: "各路径的终点，[n, size]，类型相同。" },
    outputs: { path: "[n * steps, size]，逐条路径" },
    params: { steps: "每条路径上的点数，包含两端。", path: "直线，或沿两个方向之间的弧。" },
  },
  pairs: {
    title: "配对",
    doc: "将每个行风格与每个列风格逐行配对：r 个与 c 个风格在两个输出上都成为 r * c 个。即风格混合图的网格。 Karras et al. 2018, figure 3.",
    inputs: { rows: "w [r, size]", columns: "w [c, size]" },
    outputs: {
      rows: "w [r * c, size]：各行风格依次重复 c 次",
      columns: "w [r * c, size]：全部列风格重复 r 次",
    },
  },
};
