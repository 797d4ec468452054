import type { NodeWords } from "../nodeWords.ts";

export const view: NodeWords = {
  viewImages: {
    title: "查看图像",
    doc: "并排显示图像，每行给定列数；列数为 0 时网格尽量接近正方形。",
    inputs: { image: "[-1, 1] 内的 [n, 3, h, w]" },
    params: { columns: "每行的图像数；0 为自动。" },
  },
  viewPoints: {
    title: "查看点",
    doc: "在平面上绘制点：生成的点覆于真实的点之上，模式为四倍标准差的圆环，遗漏的模式为虚线；接入演化时还显示判别器对各处的判断，以及生成器的潜空间网格。 Wang et al. 2018 (E-GAN), section 4.1.",
    inputs: {
      points: "[n, 2]：生成的点",
      data: "[n, 2]：真实的点及其模式",
      evolution: "点上的一次演化：绘制其判别器与生成器",
    },
    params: {
      extent: "显示从 -extent 到 extent 的方形；0 适应数据。",
      real: "绘制真实的点。",
      modes: "将模式绘为圆环。",
      field: "绘制判别器的判断。",
      grid: "绘制生成器的网格；其潜码须为两个数。",
    },
  },
  viewTable: {
    title: "查看表格",
    doc: "显示表格；指定列名时各行按该列排序；数字按大小，文本按字母，空单元格在最后。",
    inputs: { table: "带列名的各行" },
    params: {
      sort: "各行所依的列；空则保持原样。",
      descending: "最大者在前。",
      rows: "从顶部起显示并写出的行数；0 为全部。",
    },
  },
  viewChart: {
    title: "查看图表",
    doc: "将分数绘为各概念的可解释单元数，将表格的一列绘为带误差的条形，或将二者绘为热图。分数也可为表格，一列名为 unit，每个概念一列。 Bau et al. 2018 (GAN Dissection), figure 4.",
    inputs: { data: "分数，单元 x 概念；或表格" },
    params: {
      kind: "绘制什么；自动时为分数绘概念，为表格绘条形。",
      minIoU: "单元的 IoU 高于此值时，代表其最佳概念。",
      value: "条形所取的列；空则取 `effect`，否则取第一个数字列。",
      label: "为条形或行命名的列；空则取第一个文本列，否则取第一列。",
      error: "误差所取的列；空则为效应取 `error`。",
      highlight: "以强调色绘制的概念或标签。",
      rows: "条形数或热图行数的上限，单元按 IoU 排列；0 为全部。",
    },
  },
  evolutionChart: {
    title: "演化图表",
    doc: "一次演化的走势：各变异的子代的质量、多样性与适应度，谁存活，覆盖多少模式，判别器的损失，或其梯度的范数。 Wang et al. 2018 (E-GAN), sections 3.3 and 4.",
    inputs: { evolution: "一次演化" },
    params: { what: "绘制什么。", highlight: "以强调色绘制的变异。" },
  },
  viewUnits: {
    title: "查看单元",
    doc: "以卡片显示单元，按概念与 IoU 排序。点击卡片选取其单元：选中的单元继续传出。产生伪影的单元另成一表。 Bau et al. 2018 (GAN Dissection), figures 4 and 8.",
    inputs: {
      scores: "单元 x 概念；或表格，一列名为 unit，每个概念一列",
      top: "[units x k, 3, h, w]：每个单元 k 张图像，按单元顺序",
      peaks: "unit, sample, peak：最强样本的表格，用于 dissect.json",
    },
    outputs: { units: "选中的单元", artifacts: "标为伪影的单元" },
    params: {
      units: "选中的单元，例如 “3, 17, 40-48”。",
      artifacts: "标为产生伪影的单元。",
      minIoU: "显示最佳 IoU 高于此值的单元，以及选中或标记的单元。",
      concept: "只显示此概念的单元；空则显示全部。",
    },
  },
  compareImages: {
    title: "比较图像",
    doc: "对照两批图像：并排、以滑动边界分隔，或显示差异（相同处为灰色）。",
    inputs: { a: "[n, 3, h, w]", b: "[n or 1, 3, h, w]，尺寸相同" },
    params: { mode: "两者如何对照。" },
  },
  deviation: {
    title: "标准差",
    doc: "一批图像中各像素的标准差，取红、绿、蓝的平均：全部一致处为黑色。 Karras et al. 2018, figure 4.",
    inputs: { image: "[-1, 1] 内的 [n, 3, h, w]" },
    outputs: { image: "一张灰度图像 [1, 3, h, w]" },
    params: { gain: "亮度的系数；为 1 时，标准差 2（整个范围）为白色。" },
  },
};
